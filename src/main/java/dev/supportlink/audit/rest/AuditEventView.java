package dev.supportlink.audit.rest;

import dev.supportlink.audit.AuditEvent;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An audit event in JSON. */
public record AuditEventView(
        @Nullable String id,
        Instant at,
        String actor,
        String action,
        @Nullable String connection,
        Map<String, String> detail) {

    static AuditEventView of(AuditEvent event) {
        return new AuditEventView(
                event.id(),
                event.at(),
                event.actor(),
                event.action(),
                event.connectionId(),
                new TreeMap<>(event.detail()));
    }
}
