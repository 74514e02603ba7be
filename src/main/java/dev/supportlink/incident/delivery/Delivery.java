package dev.supportlink.incident.delivery;

import dev.supportlink.incident.AcceptedChange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The durable instruction to bring one accepted change to the instance.
 *
 * @param place order within the incident, from 1
 * @param attempts how many have begun
 * @param dueAt when the next attempt may begin
 * @param sentAt when the change first left without an answer that settled it; null when it certainly has not arrived
 * @param reason why it is not delivered yet, in words; null when there is nothing to say
 */
public record Delivery(
        String id,
        String connectionId,
        String incidentSysId,
        int place,
        AcceptedChange change,
        DeliveryState state,
        int attempts,
        Instant acceptedAt,
        Instant dueAt,
        @Nullable Instant sentAt,
        @Nullable Instant finishedAt,
        @Nullable String reason) {}
