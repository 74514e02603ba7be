package dev.supportlink.incident.delivery;

/** Deliveries of this connection can go from the end of the transaction on. */
public record DeliveriesDue(String connectionId) {}
