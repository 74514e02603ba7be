package dev.supportlink.connection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Health and the times that go with it; written by verification, never part of the definition. */
public record HealthRecord(
        Health health,
        @Nullable Instant lastVerifiedAt,
        @Nullable Instant lastHealthyAt,
        @Nullable Instant nextVerificationAt) {

    public static final HealthRecord UNCHECKED = new HealthRecord(Health.UNCHECKED, null, null, null);
}
