package dev.supportlink.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** A secret value that hides itself: no text form, no JSON form, compared in constant time. */
public final class Secret {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int GENERATED_BYTES = 32;

    private final byte[] utf8;

    private Secret(byte[] utf8) {
        this.utf8 = utf8;
    }

    public static Secret of(String value) {
        return new Secret(value.getBytes(StandardCharsets.UTF_8));
    }

    public static Secret ofBytes(byte[] utf8) {
        return new Secret(utf8.clone());
    }

    /** A new value of 256 random bits, as 43 URL-safe characters. */
    public static Secret generate() {
        byte[] bits = new byte[GENERATED_BYTES];
        RANDOM.nextBytes(bits);
        return of(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** The value in clear: only to send it where it belongs, or to show it to a person once. */
    public String reveal() {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    /** The value's bytes in clear, as UTF-8. */
    public byte[] revealBytes() {
        return utf8.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && MessageDigest.isEqual(utf8, secret.utf8);
    }

    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
