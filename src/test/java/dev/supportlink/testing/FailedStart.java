package dev.supportlink.testing;

import java.util.regex.Pattern;

/** Recognises in a log that the application failed to start, so that nobody waits for it any longer. */
final class FailedStart {

    private static final Pattern FAILED = Pattern.compile("CWWKZ000[24]E");

    private FailedStart() {}

    static boolean isIn(String log) {
        return FAILED.matcher(log).find();
    }
}
