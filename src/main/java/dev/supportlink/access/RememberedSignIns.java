package dev.supportlink.access;

import dev.supportlink.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers which name and password were found right, for a few minutes, as an HMAC under a key that never leaves this
 * process. Bound to the user's revision, so that any change of the user makes it worthless.
 */
@ApplicationScoped
public class RememberedSignIns {

    private static final int MOST = 10_000;
    private static final String ALGORITHM = "HmacSHA256";

    private record Proof(long revision, Instant until) {}

    @Inject
    Clock clock;

    @Inject
    AccessSettings settings;

    private final SecretKeySpec key = newKey();
    private final Map<ByteBuffer, Proof> proofs = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Proof> eldest) {
            return size() > MOST;
        }
    };

    /** Whether this password was found right for the user as the user is now. */
    public boolean knows(User user, Secret password) {
        ByteBuffer mac = mac(user, password);
        Instant now = clock.instant();
        synchronized (proofs) {
            Proof proof = proofs.get(mac);
            return proof != null && proof.revision() == user.revision() && now.isBefore(proof.until());
        }
    }

    /** To be called when the password was found right. */
    public void remember(User user, Secret password) {
        ByteBuffer mac = mac(user, password);
        Proof proof = new Proof(user.revision(), clock.instant().plus(settings.rememberedFor()));
        synchronized (proofs) {
            proofs.put(mac, proof);
        }
    }

    /** An id has a fixed length, so that id and password cannot run into each other. */
    private ByteBuffer mac(User user, Secret password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(user.id().getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(mac.doFinal(password.revealBytes()));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no " + ALGORITHM, missing);
        }
    }

    private static SecretKeySpec newKey() {
        byte[] bits = new byte[32];
        new SecureRandom().nextBytes(bits);
        return new SecretKeySpec(bits, ALGORITHM);
    }
}
