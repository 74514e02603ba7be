package dev.supportlink.outbound.http;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the Retry-After header: whole seconds, fractions of seconds (Graph sends them), or an HTTP date. */
final class RetryAfter {

    static final Duration LONGEST = Duration.ofDays(1);

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");

    private RetryAfter() {}

    /** The wait, at least zero and at most a day; empty for a missing or unreadable value. */
    static Optional<Duration> parse(@Nullable String header, Clock clock) {
        if (header == null) {
            return Optional.empty();
        }
        String text = header.strip();
        Optional<Duration> wait = SECONDS.matcher(text).matches() ? Optional.of(seconds(text)) : untilDate(text, clock);
        return wait.map(RetryAfter::bounded);
    }

    private static Duration seconds(String text) {
        return Duration.parse("PT" + text + "S");
    }

    private static Optional<Duration> untilDate(String text, Clock clock) {
        try {
            Instant date = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
            return Optional.of(Duration.between(clock.instant(), date));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
