package dev.supportlink.inbound.entra;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers for a few seconds which tokens were found good, because checking one costs two reads and a signature. Short
 * enough that a removed registration counts everywhere within 5 s. By hash: the tokens themselves are kept nowhere.
 */
final class RememberedBearers {

    static final Duration LIFE = Duration.ofSeconds(4);

    private static final int MOST = 5_000;

    private record Kept(VerifiedBearer bearer, Instant until) {}

    private final Map<ByteBuffer, Kept> kept = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Kept> eldest) {
            return size() > MOST;
        }
    };

    synchronized Optional<VerifiedBearer> find(ByteBuffer hash, Instant now) {
        Kept found = kept.get(hash);
        if (found != null && !now.isBefore(found.until())) {
            kept.remove(hash);
            return Optional.empty();
        }
        return Optional.ofNullable(found).map(Kept::bearer);
    }

    /** {@code since} is when its check began: what was read then may have changed since. */
    synchronized void remember(ByteBuffer hash, VerifiedBearer bearer, Instant since) {
        Instant until = since.plus(LIFE);
        kept.put(hash, new Kept(bearer, until.isBefore(bearer.endsAt()) ? until : bearer.endsAt()));
    }

    static ByteBuffer hash(String token) {
        try {
            byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256.", missing);
        }
    }
}
