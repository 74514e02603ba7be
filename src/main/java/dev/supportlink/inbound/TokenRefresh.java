package dev.supportlink.inbound;

import dev.supportlink.inbound.TokenDecision.Granted;
import dev.supportlink.secret.KeyedHasher;
import dev.supportlink.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The refresh grant: a new access token for the same refresh token, which keeps its end. */
@ApplicationScoped
public class TokenRefresh {

    @Inject
    TokenRepository tokens;

    @Inject
    TokenMint mint;

    @Inject
    TokenWriter writer;

    @Inject
    UseRecorder uses;

    @Inject
    KeyedHasher hasher;

    @Inject
    Clock clock;

    Granted refresh(ProvenClient.Real client, TokenGrant.Refresh grant) {
        Instant now = clock.instant();
        StoredToken refreshToken = prove(client, grant.refreshToken(), now);
        Secret access = Secret.generate();
        StoredToken issued = mint.access(client.identity(), access, refreshToken.family(), now);
        if (!writer.writeRefreshed(refreshToken, issued, client.presented(), now)) {
            throw new SignInRefused(RefusalReason.VALUE_REPLACED, client.connectionId());
        }
        uses.record(client.connectionId(), List.of(client.presented()));
        return new Granted(access, grant.refreshToken(), client.identity().accessTokenLifespan());
    }

    private StoredToken prove(ProvenClient client, Secret value, Instant now) {
        Optional<StoredToken> found = tokens.find(hasher.candidates(TokenKind.REFRESH.purpose(), value));
        RefusalReason wrong = wrong(client, found.orElse(null), now);
        if (wrong != null) {
            throw new SignInRefused(wrong, client.connectionId());
        }
        return found.orElseThrow();
    }

    private static @Nullable RefusalReason wrong(ProvenClient client, @Nullable StoredToken token, Instant now) {
        if (token == null) {
            return RefusalReason.UNKNOWN_REFRESH_TOKEN;
        }
        if (!token.connectionId().equals(client.connectionId())) {
            return RefusalReason.OTHER_CONNECTIONS_TOKEN;
        }
        return token.aliveAt(now) ? null : RefusalReason.EXPIRED_REFRESH_TOKEN;
    }
}
