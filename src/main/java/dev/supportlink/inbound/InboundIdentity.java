package dev.supportlink.inbound;

import java.time.Duration;

/** The names and lifespans of a connection's inbound client and integration user; no secret. */
public record InboundIdentity(
        String connectionId,
        String clientId,
        String userName,
        Duration accessTokenLifespan,
        Duration refreshTokenLifespan) {

    private static final Duration ACCESS = Duration.ofMinutes(30);

    /** Ten days: what the guide has the tenant admin type. ServiceNow's own default is ten times longer. */
    private static final Duration REFRESH = Duration.ofDays(10);

    /** One with the default lifespans. */
    static InboundIdentity named(String connectionId, String clientId, String userName) {
        return new InboundIdentity(connectionId, clientId, userName, ACCESS, REFRESH);
    }
}
