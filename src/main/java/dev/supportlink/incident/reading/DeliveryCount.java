package dev.supportlink.incident.reading;

import dev.supportlink.incident.delivery.Delivery;
import java.util.List;

/** How many changes of an incident were accepted and how many of them are settled: differs when either happened. */
public record DeliveryCount(int accepted, int settled) {

    static DeliveryCount of(List<Delivery> deliveries) {
        int open = (int)
                deliveries.stream().filter(delivery -> delivery.state().open()).count();
        return new DeliveryCount(deliveries.size(), deliveries.size() - open);
    }
}
