package dev.supportlink.platform.http;

import dev.supportlink.platform.problem.InvalidInput;
import java.time.DateTimeException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The query parameter {@code wait}: how long a call waits for the end of what it started. */
public final class WaitTime {

    /** Longer would hold a request's thread for too long. */
    public static final Duration MOST = Duration.ofMinutes(2);

    private WaitTime() {}

    /** No wait when the parameter is absent; otherwise an ISO 8601 duration from PT0S to PT2M, or 400. */
    public static Duration parse(@Nullable String text) {
        if (text == null) {
            return Duration.ZERO;
        }
        try {
            Duration wait = Duration.parse(text);
            if (!wait.isNegative() && wait.compareTo(MOST) <= 0) {
                return wait;
            }
        } catch (DateTimeException wrong) {
            // Told below, together with values out of range.
        }
        throw new InvalidInput("wait", "must be an ISO 8601 duration from PT0S to " + MOST + ", such as PT30S");
    }
}
