package dev.supportlink.incident.delivery;

/** Names one delivery; all three must fit together. */
public record DeliveryAddress(String connectionId, String incidentSysId, String deliveryId) {}
