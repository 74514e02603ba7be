package dev.supportlink.inbound;

import dev.supportlink.inbound.RefreshExchange.Outcome;
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
        Outcome outcome = exchanged(client, grant.refreshToken(), clock.instant());
        if (outcome instanceof Outcome.Done done) {
            uses.record(client.connectionId(), List.of(client.presented()));
            return new Granted(done.access(), done.refresh(), client.identity().accessTokenLifespan());
        }
        throw refused(client, (Outcome.Refused) outcome);
    }

    private Outcome exchanged(ProvenClient.Real client, Secret presented, Instant now) {
        boolean alone = client.identity().terms().refreshTokenRotation()
                || !client.presented().wasUsed();
        return alone ? exchange.exchange(client, presented, now) : exchange.renew(client, presented, now);
    }

    /** The family is ended in a transaction of its own: two that hold a token each would wait for one another. */
    private SignInRefused refused(ProvenClient.Real client, Outcome.Refused refusal) {
        if (refusal.reason() == RefusalReason.REUSED_REFRESH_TOKEN) {
            families.endReused(client.identity(), refusal.family());
        }
        return new SignInRefused(refusal.reason(), client.connectionId());
    }
}
