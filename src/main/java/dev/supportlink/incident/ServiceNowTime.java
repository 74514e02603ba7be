package dev.supportlink.incident;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Times as ServiceNow writes them: {@code yyyy-MM-dd HH:mm:ss} in UTC, to the second. */
public final class ServiceNowTime {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private ServiceNowTime() {}

    public static String format(Instant time) {
        return FORM.format(time);
    }

    /** The time in the precision that records keep. */
    static Instant toSecond(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }
}
