package dev.supportlink.platform.text;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes opaque identifiers: 128 random bits as 32 lower-case hex digits, the form of a ServiceNow {@code sys_id}. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A new identifier. */
    public static String next() {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }
}
