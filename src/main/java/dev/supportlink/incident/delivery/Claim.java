package dev.supportlink.incident.delivery;

/**
 * The right to attempt one delivery until its lease ends.
 *
 * @param token known to this holder only; whoever takes over later has another
 */
public record Claim(Delivery delivery, String token) {}
