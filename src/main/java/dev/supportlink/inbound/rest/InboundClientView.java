package dev.supportlink.inbound.rest;

import dev.supportlink.inbound.InboundIdentity;
import java.time.Duration;

/** An inbound client as the admin API shows it. */
public record InboundClientView(
        String clientId,
        String userName,
        Duration accessTokenLifespan,
        Duration refreshTokenLifespan,
        boolean refreshTokenRotation,
        boolean clientCredentials) {

    static InboundClientView of(InboundIdentity client) {
        return new InboundClientView(
                client.clientId(),
                client.userName(),
                client.accessTokenLifespan(),
                client.refreshTokenLifespan(),
                client.terms().refreshTokenRotation(),
                client.terms().clientCredentials());
    }
}
