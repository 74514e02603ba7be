package dev.supportlink.store.incident;

import dev.supportlink.incident.ServiceNowTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A record's times are kept in ServiceNow's own form, so that queries compare the very text that callers see. */
final class Stamps {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private Stamps() {}

    static String write(Instant time) {
        return ServiceNowTime.format(time);
    }

    static Instant read(String stored) {
        return LocalDateTime.parse(stored, FORM).toInstant(ZoneOffset.UTC);
    }
}
