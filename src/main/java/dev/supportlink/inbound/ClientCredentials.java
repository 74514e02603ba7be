package dev.supportlink.inbound;

import dev.supportlink.secret.Secret;

/** What a caller presents as its OAuth client. */
public record ClientCredentials(String clientId, Secret secret) {}
