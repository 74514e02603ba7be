package dev.supportlink.connection;

import java.net.URI;
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
        @Nullable String adoptionQuery) {}
