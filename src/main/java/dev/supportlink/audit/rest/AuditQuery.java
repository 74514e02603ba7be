package dev.supportlink.audit.rest;

import dev.supportlink.audit.AuditFilter;
import dev.supportlink.platform.problem.InvalidInput;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** The query parameters that narrow the audit trail. */
public class AuditQuery {

    @QueryParam("connection")
    @Nullable
    String connection;

    @QueryParam("actor")
    @Nullable
    String actor;

    @QueryParam("action")
    @Nullable
    String action;

    @QueryParam("since")
    @Nullable
    String since;

    @Nullable
    String connection() {
        return connection;
    }

    AuditFilter toFilter() {
        return new AuditFilter(connection, actor, action, since == null ? null : instant(since));
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException wrong) {
            throw new InvalidInput("since", "must be a time such as 2026-01-31T12:00:00Z");
        }
    }
}
