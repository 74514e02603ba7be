package dev.supportlink.incident.rest;

import dev.supportlink.incident.delivery.IncidentOverview;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An incident in the admin API's lists. */
public record IncidentView(
        String sysId,
        String number,
        @Nullable String instanceSysId,
        @Nullable String instanceNumber,
        String correlationId,
        String state,
        String deliveryState,
        Instant updatedAt,
        @Nullable Instant missingSince) {

    static IncidentView of(IncidentOverview incident) {
        return new IncidentView(
                incident.sysId(),
                incident.number(),
                incident.instanceSysId(),
                incident.instanceNumber(),
                incident.correlationId(),
                incident.state(),
                incident.deliveryState().word(),
                incident.updatedAt(),
                incident.missingSince());
    }
}
