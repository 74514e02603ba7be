package dev.supportlink.audit;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody did.
 *
 * @param id given by the repository when it is stored; null before
 * @param connectionId null when it is about no connection; the connection may be gone since
 */
public record AuditEvent(
        @Nullable String id,
        Instant at,
        String actor,
        String action,
        @Nullable String connectionId,
        Map<String, String> detail) {

    public AuditEvent {
        detail = Map.copyOf(detail);
    }
}
