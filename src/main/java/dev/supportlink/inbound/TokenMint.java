package dev.supportlink.inbound;

import dev.supportlink.secret.KeyedHasher;
import dev.supportlink.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/** Turns fresh values into tokens as they are kept. Lifespans are absolute: no use makes a token live longer. */
@ApplicationScoped
public class TokenMint {

    @Inject
    KeyedHasher hasher;

    StoredToken access(InboundIdentity identity, Secret value, String family, Instant now) {
        return token(TokenKind.ACCESS, identity, value, family, now, now.plus(identity.accessTokenLifespan()), false);
    }

    StoredToken refresh(InboundIdentity identity, Secret value, String family, Instant now) {
        return token(TokenKind.REFRESH, identity, value, family, now, now.plus(identity.refreshTokenLifespan()), false);
    }

    /** The refresh token that follows another one, and ends with it. */
    StoredToken successor(InboundIdentity identity, Secret value, StoredToken before, Instant now) {
        return token(TokenKind.REFRESH, identity, value, before.family(), now, before.expiresAt(), false);
    }

    /** A token that may read and nothing else. */
    StoredToken readOnly(InboundIdentity identity, Secret value, String family, Instant now, Duration lifespan) {
        return token(TokenKind.ACCESS, identity, value, family, now, now.plus(lifespan), true);
    }

    private StoredToken token(
            TokenKind kind,
            InboundIdentity identity,
            Secret value,
            String family,
            Instant now,
            Instant end,
            boolean readOnly) {
        return new StoredToken(
                hasher.hash(kind.purpose(), value),
                kind,
                identity.connectionId(),
                identity.userName(),
                family,
                identity.generation(),
                readOnly,
                now,
                end,
                null);
    }
}
