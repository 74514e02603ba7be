package dev.supportlink.inbound;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Remembers for a few seconds which tokens were found good, because every call brings one and checking it costs reads, or
 * a signature. Short enough that what ends a token on another node counts here within 5 s. By hash: the tokens themselves
 * are kept nowhere. Tokens that are refused are not remembered.
 */
public final class RememberedBearers<B> {

    static final Duration LIFE = Duration.ofSeconds(4);

    static final int MOST = 5_000;

    private record Kept<B>(B bearer, Instant since, Instant until) {

        /** Nothing of the future either: a clock that was set back must not prolong a token's life. */
        boolean goodAt(Instant now) {
            return !now.isBefore(since) && now.isBefore(until);
        }
    }

    private final Clock clock;
    private final Function<B, Instant> end;
    private final Map<ByteBuffer, Kept<B>> kept = new ConcurrentHashMap<>();
    private long endings;

    /** @param end tells when a token is no longer good */
    public RememberedBearers(Clock clock, Function<B, Instant> end) {
        this.clock = clock;
        this.end = end;
    }

    /** Who a token stands for: as remembered, else as the check finds, which is empty or throws for a bad one. */
    public Optional<B> find(String token, Supplier<Optional<B>> check) {
        ByteBuffer hash = hash(token);
        Instant now = clock.instant();
        Kept<B> known = kept.get(hash);
        return known != null && known.goodAt(now) ? Optional.of(known.bearer()) : checked(hash, now, check);
    }

    /** Forgets everything, also what is being looked up at this moment: it may have been read before a token ended. */
    public synchronized void forget() {
        endings++;
        kept.clear();
    }

    /** Counts from when the check began: what was read then may have changed since. */
    private Optional<B> checked(ByteBuffer hash, Instant since, Supplier<Optional<B>> check) {
        long endingsBefore = endings();
        Optional<B> found = check.get();
        found.ifPresent(bearer -> remember(hash, bearer, since, endingsBefore));
        return found;
    }

    private synchronized long endings() {
        return endings;
    }

    private synchronized void remember(ByteBuffer hash, B bearer, Instant since, long endingsBefore) {
        if (endings == endingsBefore) {
            Instant until = since.plus(LIFE);
            Instant endsAt = end.apply(bearer);
            makeRoom(since);
            kept.put(hash, new Kept<>(bearer, since, until.isBefore(endsAt) ? until : endsAt));
        }
    }

    /** What is over goes first; with that many good ones, all of them: each costs one look more. */
    private void makeRoom(Instant now) {
        if (kept.size() >= MOST) {
            kept.values().removeIf(one -> !one.goodAt(now));
        }
        if (kept.size() >= MOST) {
            kept.clear();
        }
    }

    private static ByteBuffer hash(String token) {
        try {
            byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256.", missing);
        }
    }
}
