package dev.supportlink.inbound;

import java.time.Duration;

/**
 * A connection's inbound client and integration user; no secret.
 *
 * @param revision counts changes of the terms
 * @param generation of the tokens that are alive; those of an earlier one were all revoked
 */
public record InboundIdentity(
        String connectionId, String clientId, String userName, ClientTerms terms, long revision, long generation) {

    /** One with the default terms. */
    static InboundIdentity named(String connectionId, String clientId, String userName) {
        return new InboundIdentity(connectionId, clientId, userName, ClientTerms.DEFAULT, 1, 1);
    }

    public Duration accessTokenLifespan() {
        return terms.accessTokenLifespan();
    }

    public Duration refreshTokenLifespan() {
        return terms.refreshTokenLifespan();
    }
}
