package dev.supportlink.incident.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An incident as administrators see it: both numbers and how far it is delivered.
 *
 * @param instanceSysId null until it is delivered to the present instance
 * @param correlationId the caller's; empty without one
 * @param deliveryState of the first open delivery; delivered when none is open
 * @param missingSince when the instance stopped showing the record; null while it does
 */
public record IncidentOverview(
        String sysId,
        String number,
        @Nullable String instanceSysId,
        @Nullable String instanceNumber,
        String correlationId,
        String state,
        DeliveryState deliveryState,
        Instant updatedAt,
        @Nullable Instant missingSince) {}
