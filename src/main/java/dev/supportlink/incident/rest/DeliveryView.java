package dev.supportlink.incident.rest;

import dev.supportlink.incident.delivery.Delivery;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One delivery in the admin API: which fields, not what they hold. */
public record DeliveryView(
        String id,
        String kind,
        List<String> fields,
        String state,
        int attempts,
        Instant acceptedAt,
        Instant dueAt,
        @Nullable Instant finishedAt,
        @Nullable String reason) {

    static DeliveryView of(Delivery delivery) {
        return new DeliveryView(
                delivery.id(),
                delivery.change().kind().word(),
                List.copyOf(delivery.change().content().keySet()),
                delivery.state().word(),
                delivery.attempts(),
                delivery.acceptedAt(),
                delivery.dueAt(),
                delivery.finishedAt(),
                delivery.reason());
    }
}
