package dev.supportlink.access;

import dev.supportlink.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Hashes and checks passwords that people chose: slow on purpose, and never on more than two threads at once. */
@ApplicationScoped
public class PasswordHasher {

    static final int ITERATIONS = 210_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 64;
    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 10;

    private final SecureRandom random = new SecureRandom();
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    private final int iterations;

    /** What an unknown user's password is compared with, so that both take the same time. */
    private final PasswordHash nobody;

    public PasswordHasher() {
        this(ITERATIONS);
    }

    PasswordHasher(int iterations) {
        this.iterations = iterations;
        this.nobody = new PasswordHash(iterations, salt(), new byte[HASH_BYTES]);
    }

    /** A new hash with a new salt. */
    public PasswordHash hash(Secret password) {
        return inTurn(() -> {
            byte[] salt = salt();
            return new PasswordHash(iterations, salt, derive(password, salt, iterations));
        });
    }

    /** The hash that no password has. */
    PasswordHash nobody() {
        return nobody;
    }

    /** Does the work when one of the two places is free; SignInBusy when none gets free in time. */
    <T> T inTurn(Supplier<T> work) {
        boolean mine = false;
        try {
            mine = places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!mine) {
                throw new SignInBusy();
            }
            return work.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SignInBusy();
        } finally {
            if (mine) {
                places.release();
            }
        }
    }

    /** Whether the password is the one that was hashed; to be called in turn. */
    boolean matches(Secret password, PasswordHash stored) {
        byte[] derived = derive(password, stored.salt(), stored.iterations());
        return MessageDigest.isEqual(derived, stored.hash());
    }

    private byte[] salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    private static byte[] derive(Secret password, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(password.reveal().toCharArray(), salt, iterations, HASH_BYTES * 8);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no PBKDF2WithHmacSHA512", missing);
        } finally {
            spec.clearPassword();
        }
    }
}
