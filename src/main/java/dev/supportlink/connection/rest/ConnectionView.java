package dev.supportlink.connection.rest;

import dev.supportlink.connection.Cloud;
import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Instance;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A connection as the admin API shows it. */
public record ConnectionView(
        String id,
        String name,
        String tenantDomain,
        @Nullable String tenantId,
        @Nullable String instanceUrl,
        @Nullable String cloud,
        String setupType,
        String environment,
        String inboundMode,
        String setupState,
        String health,
        @Nullable Instant lastVerifiedAt,
        @Nullable Instant lastHealthyAt,
        @Nullable Instant nextVerificationAt,
        @Nullable String adoptionQuery) {

    public static ConnectionView of(Connection connection) {
        Cloud cloud = connection.tenant().cloud();
        Instance instance = connection.instance();
        return new ConnectionView(
                connection.id(),
                connection.name(),
                connection.tenant().domain(),
                connection.tenant().id(),
                instance == null ? null : instance.url().toString(),
                cloud == null ? null : cloud.word(),
                connection.setupType().word(),
                connection.environment().word(),
                connection.inboundMode().word(),
                connection.setupState().word(),
                connection.health().health().word(),
                connection.health().lastVerifiedAt(),
                connection.health().lastHealthyAt(),
                connection.health().nextVerificationAt(),
                connection.adoptionQuery());
    }
}
