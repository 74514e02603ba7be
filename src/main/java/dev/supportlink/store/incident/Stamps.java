package dev.supportlink.store.incident;

import dev.supportlink.incident.ServiceNowTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** A record's times are kept in ServiceNow's own form, so that queries compare the very text that callers see. */
final class Stamps {

    private Stamps() {}

    static String write(Instant time) {
        return ServiceNowTime.format(time);
    }

    static Instant read(String stored) {
        return LocalDateTime.of(
                        number(stored, 0, 4),
                        number(stored, 5, 7),
                        number(stored, 8, 10),
                        number(stored, 11, 13),
                        number(stored, 14, 16),
                        number(stored, 17, 19))
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
