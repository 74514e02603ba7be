package dev.supportlink.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which events are wanted; null means any. {@code since} is inclusive. */
public record AuditFilter(
        @Nullable String connectionId,
        @Nullable String actor,
        @Nullable String action,
        @Nullable Instant since) {}
