package dev.supportlink.inbound;

import java.time.Duration;

/** The names and lifespans of a connection's inbound client and integration user; no secret. */
public record InboundIdentity(
        String connectionId,
        String clientId,
        String userName,
        Duration accessTokenLifespan,
        Duration refreshTokenLifespan) {}
