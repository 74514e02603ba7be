package dev.supportlink.incident;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Times as ServiceNow writes them: {@code yyyy-MM-dd HH:mm:ss} in UTC, to the second. */
public final class ServiceNowTime {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private static final String BLANK = "0000-00-00 00:00:00";
    private static final int LAST_YEAR = 9999;

    private ServiceNowTime() {}

    /** By hand for the years of our calendar's four digits: every record has several times, and a formatter is slow. */
    public static String format(Instant time) {
        LocalDateTime utc = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
        if (utc.getYear() < 0 || utc.getYear() > LAST_YEAR) {
            return FORM.format(time);
        }
        char[] text = BLANK.toCharArray();
        put(text, 3, utc.getYear());
        put(text, 6, utc.getMonthValue());
        put(text, 9, utc.getDayOfMonth());
        put(text, 12, utc.getHour());
        put(text, 15, utc.getMinute());
        put(text, 18, utc.getSecond());
        return new String(text);
    }

    /** Writes the number's digits, the last one at this place. */
    private static void put(char[] text, int last, int number) {
        int place = last;
        for (int left = number; left > 0; left /= 10) {
            text[place--] = (char) ('0' + left % 10);
        }
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
