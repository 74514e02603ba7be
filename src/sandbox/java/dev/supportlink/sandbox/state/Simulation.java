package dev.supportlink.sandbox.state;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The clock, the chance and the record of changes of one simulated world. */
public record Simulation(Clock clock, RandomGenerator chance, Changes changes) {

    private static final SecureRandom SECRETS = new SecureRandom();

    /** A world of its own with this clock. */
    public static Simulation with(Clock clock) {
        return new Simulation(clock, new SecureRandom(), new Changes());
    }

    /** Now, by the world's clock. */
    public Instant now() {
        return clock.instant();
    }

    /** A new GUID as Microsoft writes it. */
    public static String guid() {
        return UUID.randomUUID().toString();
    }

    /** Random characters of an alphabet, for secrets. */
    public static String characters(String alphabet, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(SECRETS.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    /** Random bytes in hexadecimal, as ServiceNow writes a sys_id. */
    public static String hex(int bytes) {
        byte[] random = new byte[bytes];
        SECRETS.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
