package dev.supportlink.incident;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Times as ServiceNow writes them: {@code yyyy-MM-dd HH:mm:ss} in UTC, to the second. */
public final class ServiceNowTime {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private ServiceNowTime() {}

    public static String format(Instant time) {
        return FORM.format(time);
    }

    /** Reads such a time; empty when the text is none. */
    public static Optional<Instant> parse(String text) {
        try {
            return Optional.of(FORM.parse(text, Instant::from));
        } catch (DateTimeException wrong) {
            return Optional.empty();
        }
    }

    /** The time in the precision that records keep. */
    public static Instant toSecond(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }
}
