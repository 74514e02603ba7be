package dev.supportlink.platform.config;

import java.util.Locale;

/** Which host names mean this very machine, without asking any name server. */
public final class Loopback {

    private Loopback() {}

    /** Whether the host of a URL is {@code localhost}, an address of 127.0.0.0/8 or {@code ::1}. */
    public static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.equals("[::1]")
                || name.equals("::1")
                || name.matches("127(\\.[0-9]{1,3}){3}");
    }
}
