package dev.supportlink.connection;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a person gives to create a connection; already of right form. */
public record NewConnection(
        String name,
        String tenantDomain,
        @Nullable URI instanceUrl,
        @Nullable Cloud cloud,
        SetupType setupType,
        Environment environment,
        InboundMode inboundMode,
        @Nullable String adoptionQuery) {

    /** The connection as it begins: nothing set up, nothing checked. */
    public Connection toConnection(String id, Instant createdAt) {
        return new Connection(
                id,
                1,
                name,
                new Tenant(tenantDomain, null, cloud),
                instanceUrl == null ? null : new Instance(instanceUrl),
                setupType,
                environment,
                inboundMode,
                SetupState.IN_PROGRESS,
                HealthRecord.UNCHECKED,
                createdAt,
                null,
                RestApplications.NONE,
                null,
                null,
                adoptionQuery);
    }
}
