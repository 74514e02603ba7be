package dev.supportlink.inbound;

import dev.supportlink.platform.text.Ids;
import dev.supportlink.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/** Makes tokens. Lifespans are absolute: no use makes a token live longer. */
@ApplicationScoped
public class TokenMint {

    @Inject
    TokenHasher hasher;

    /** The name of a new family. It begins with the time, so that families that begin together lie together. */
    String family(Instant now) {
        String begin = TokenText.prefix(now);
        return begin + Ids.next().substring(begin.length());
    }

    NewToken access(InboundIdentity identity, String family, Instant now) {
        return token(TokenKind.ACCESS, identity, family, now, now.plus(identity.accessTokenLifespan()), false);
    }

    NewToken refresh(InboundIdentity identity, String family, Instant now) {
        return token(TokenKind.REFRESH, identity, family, now, now.plus(identity.refreshTokenLifespan()), false);
    }

    /** The refresh token that follows another one, and ends with it. */
    NewToken successor(InboundIdentity identity, StoredToken before, Instant now) {
        return token(TokenKind.REFRESH, identity, before.family(), now, before.expiresAt(), false);
    }

    /** A token that may read and nothing else. */
    NewToken readOnly(InboundIdentity identity, String family, Instant now, Duration lifespan) {
        return token(TokenKind.ACCESS, identity, family, now, now.plus(lifespan), true);
    }

    private NewToken token(
            TokenKind kind, InboundIdentity identity, String family, Instant now, Instant end, boolean readOnly) {
        Secret value = TokenText.endingAt(end);
        return new NewToken(
                value,
                new StoredToken(
                        hasher.hash(kind, value, end),
                        kind,
                        identity.connectionId(),
                        identity.userName(),
                        family,
                        identity.generation(),
                        readOnly,
                        now,
                        end,
                        null));
    }
}
