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
        return token(TokenKind.ACCESS, identity, value, family, now, identity.accessTokenLifespan());
    }

    StoredToken refresh(InboundIdentity identity, Secret value, String family, Instant now) {
        return token(TokenKind.REFRESH, identity, value, family, now, identity.refreshTokenLifespan());
    }

    /** A token that may read and nothing else. */
    StoredToken readOnly(InboundIdentity identity, Secret value, String family, Instant now, Duration lifespan) {
        StoredToken token = token(TokenKind.ACCESS, identity, value, family, now, lifespan);
        return new StoredToken(
                token.hash(),
                token.kind(),
                token.connectionId(),
                token.userName(),
                token.family(),
                true,
                token.issuedAt(),
                token.expiresAt());
    }

    private StoredToken token(
            TokenKind kind, InboundIdentity identity, Secret value, String family, Instant now, Duration lifespan) {
        return new StoredToken(
                hasher.hash(kind.purpose(), value),
                kind,
                identity.connectionId(),
                identity.userName(),
                family,
                false,
                now,
                now.plus(lifespan));
    }
}
