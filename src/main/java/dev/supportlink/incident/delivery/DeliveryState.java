package dev.supportlink.incident.delivery;

import dev.supportlink.platform.text.Word;

/** How far a delivery is. */
public enum DeliveryState implements Word {
    /** Waits for its turn, its first or its next attempt. */
    PENDING,
    DELIVERED,
    /** Waits for an instance, or for an operator after the instance was changed. */
    HELD,
    /** Refused by the instance for good. */
    FAILED,
    /** May have arrived, and nobody but a person can find out. */
    NEEDS_ATTENTION,
    /** Given up by an operator. */
    DROPPED;

    /** Whether it still stands in the way of the deliveries after it. */
    public boolean open() {
        return this != DELIVERED && this != DROPPED;
    }
}
