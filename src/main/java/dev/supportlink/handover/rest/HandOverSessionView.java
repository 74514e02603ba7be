package dev.supportlink.handover.rest;

import dev.supportlink.connection.Connection;
import dev.supportlink.handover.HandOver;
import java.time.Instant;

/** What the holder of a hand-over is let know about it. */
public record HandOverSessionView(
        String handOver, String connectionId, String connectionName, String adminRole, Instant expiresAt) {

    static HandOverSessionView of(HandOver handOver, Connection connection) {
        return new HandOverSessionView(
                handOver.id(),
                connection.id(),
                connection.name(),
                handOver.role().word(),
                handOver.expiresAt());
    }
}
