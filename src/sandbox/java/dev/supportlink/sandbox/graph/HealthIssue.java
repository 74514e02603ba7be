package dev.supportlink.sandbox.graph;

import java.time.Instant;
import java.util.Optional;

/** One service health issue of a tenant; enum values are written in camel case. */
public record HealthIssue(
        String id,
        String title,
        String service,
        String classification,
        String status,
        String impactDescription,
        Instant startedAt,
        Instant modifiedAt,
        Optional<Instant> endedAt) {

    /** Whether Microsoft calls the issue resolved. */
    public boolean isResolved() {
        return endedAt.isPresent();
    }
}
