package dev.supportlink.incident.rest;

import java.util.List;

/** One incident in the admin API, with its deliveries in order. */
public record IncidentDetailView(IncidentView incident, List<DeliveryView> deliveries) {}
