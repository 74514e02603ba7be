package dev.supportlink.inbound;

import dev.supportlink.inbound.TokenDecision.Granted;
import dev.supportlink.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * The refresh grant: a new access token for the same refresh token, which keeps its end. With rotation for another
 * refresh token, which has the end of the first.
 */
@ApplicationScoped
public class TokenRefresh {

    @Inject
    RefreshExchange exchange;

    @Inject
    TokenFamilies families;

    @Inject
    UseRecorder uses;

    @Inject
    Clock clock;

    Granted refresh(ProvenClient.Real client, TokenGrant.Refresh grant) {
        boolean rotating = client.identity().terms().refreshTokenRotation();
        Secret access = Secret.generate();
        Secret next = rotating ? Secret.generate() : grant.refreshToken();
        Instant now = clock.instant();
        boolean alone = rotating || !client.presented().wasUsed();
        refuseUnlessDone(
                client,
                alone
                        ? exchange.exchange(client, grant.refreshToken(), next, access, now)
                        : exchange.renew(client, grant.refreshToken(), access, now));
        uses.record(client.connectionId(), List.of(client.presented()));
        return new Granted(access, next, client.identity().accessTokenLifespan());
    }

    /** The family is ended in a transaction of its own: two that hold a token each would wait for one another. */
    private void refuseUnlessDone(ProvenClient.Real client, RefreshExchange.Outcome outcome) {
        if (outcome.refusal() == RefusalReason.REUSED_REFRESH_TOKEN) {
            families.endReused(client.identity(), outcome.family());
        }
        if (outcome.refusal() != null) {
            throw new SignInRefused(outcome.refusal(), client.connectionId());
        }
    }
}
