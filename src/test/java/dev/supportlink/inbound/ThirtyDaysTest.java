package dev.supportlink.inbound;

import static dev.supportlink.inbound.InboundBeans.CONNECTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.inbound.InboundBeans.Caller;
import dev.supportlink.inbound.TokenDecision.ClientRefused;
import dev.supportlink.inbound.TokenDecision.GrantRefused;
import dev.supportlink.inbound.TokenDecision.Granted;
import dev.supportlink.secret.Secret;
import dev.supportlink.secret.SecretState;
import dev.supportlink.secret.SecretVersion;
import dev.supportlink.testing.Connections;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Thirty days in the life of one connection's callers, at every step of which each token is good or not as it should. */
class ThirtyDaysTest {

    private static final Duration TICK = Duration.ofMillis(1);
    private static final Duration ACCESS = Duration.ofMinutes(30);
    private static final Duration REFRESH = Duration.ofDays(10);

    private final InboundBeans beans = new InboundBeans();
    private final Instant start = beans.clock.instant();
    private Caller caller = beans.caller(CONNECTION);

    @Test
    void tokensLiveAndDieAsTheyShould() {
        beans.connections.add(Connections.basic());
        Granted first = caller.signedIn();
        expiryAndRefreshAtTheEdge(first);
        refreshAfterTheEnd(first);
        revocationOfOneSignIn();
        newClientSecretBesideTheOld();
        newPasswordBesideTheOld();
        revocationOfEverything();
        rotationOn();
        rotationOff();
        quietUntilTheThirtiethDay();

        assertThat(beans.tokens.tokens).as("nothing is left after the purge").isEmpty();
    }

    /** Days 0 to 10: refreshed each half hour, purged each hour; the last refresh a tick before the end. */
    private void expiryAndRefreshAtTheEdge(Granted first) {
        Granted granted = first;
        while (beans.clock.instant().isBefore(start.plus(REFRESH.minus(ACCESS)))) {
            Granted before = granted;
            beans.clock.advance(ACCESS.minus(TICK));
            assertThat(isGood(before)).isTrue();
            beans.clock.advance(TICK);
            assertThat(isGood(before)).isFalse();
            granted = refreshed(refreshToken(first));
            assertThat(refreshToken(granted)).isEqualTo(refreshToken(first));
            beans.purge();
            assertThat(isGood(granted)).isTrue();
            assertThat(beans.tokens.tokens).hasSize(2);
        }
        beans.clock.advance(ACCESS.minus(TICK));
        assertThat(isGood(refreshed(refreshToken(first)))).isTrue();
        beans.clock.advance(TICK);
        assertThat(beans.clock.instant()).isEqualTo(start.plus(REFRESH));
    }

    /** Day 10: the end is absolute, and the same before and after the purge; the caller signs in again. */
    private void refreshAfterTheEnd(Granted first) {
        assertThat(caller.refresh(refreshToken(first))).isEqualTo(new GrantRefused());
        beans.purge();
        assertThat(caller.refresh(refreshToken(first))).isEqualTo(new GrantRefused());
        assertThat(isGood(caller.signedIn())).isTrue();
    }

    /** Day 11. */
    private void revocationOfOneSignIn() {
        day(11);
        Granted kept = caller.signedIn();
        Granted ended = caller.signedIn();
        beans.revoker.revoke(refreshToken(ended));
        beans.purge();

        assertThat(isGood(ended)).isFalse();
        assertThat(caller.refresh(refreshToken(ended))).isEqualTo(new GrantRefused());
        assertThat(isGood(kept)).isTrue();
        assertThat(isGood(refreshed(refreshToken(kept)))).isTrue();
    }

    /** Day 12: both secrets sign in and refresh, each use is noted; no third one may be made. */
    private void newClientSecretBesideTheOld() {
        day(12);
        Granted before = caller.signedIn();
        Caller renewed =
                caller.withClientSecret(beans.registry.makeValue(CONNECTION, InboundSecret.INBOUND_CLIENT_SECRET));
        beans.clock.advance(Duration.ofHours(1));
        beans.purge();
        assertThat(renewed.refresh(refreshToken(before))).isInstanceOf(Granted.class);
        Instant newUsed = beans.clock.instant();
        beans.clock.advance(Duration.ofHours(1));
        assertThat(caller.refresh(refreshToken(before))).isInstanceOf(Granted.class);
        assertThat(caller.signIn()).isInstanceOf(Granted.class);

        assertUses(InboundSecret.INBOUND_CLIENT_SECRET, newUsed, beans.clock.instant());
        caller = renewed;
    }

    /** Day 13: the same for the password, with the new client secret. */
    private void newPasswordBesideTheOld() {
        day(13);
        Caller renewed =
                caller.withPassword(beans.registry.makeValue(CONNECTION, InboundSecret.INTEGRATION_USER_PASSWORD));
        Granted byOld = caller.signedIn();
        Instant oldUsed = beans.clock.instant();
        beans.clock.advance(Duration.ofHours(1));
        Granted byNew = renewed.signedIn();
        beans.purge();

        assertThat(isGood(byNew)).isTrue();
        assertThat(caller.refresh(refreshToken(byOld))).isInstanceOf(Granted.class);
        assertUses(InboundSecret.INTEGRATION_USER_PASSWORD, beans.clock.instant(), oldUsed);
        caller = renewed;
    }

    /** Day 14: every token is dead on the dot, the values still sign in. */
    private void revocationOfEverything() {
        day(14);
        Granted first = caller.signedIn();
        Granted second = refreshed(refreshToken(first));
        beans.clients.revokeTokens(CONNECTION, "admin");

        assertThat(isGood(first) || isGood(second)).isFalse();
        assertThat(caller.refresh(refreshToken(first))).isEqualTo(new GrantRefused());
        Granted fresh = caller.signedIn();
        beans.purge();
        assertThat(beans.tokens.tokens).as("the fresh ones alone").hasSize(2);
        assertThat(isGood(refreshed(refreshToken(fresh)))).isTrue();
    }

    /** Days 15 to 19: each refresh token works once; the one that is stolen ends its family. */
    private void rotationOn() {
        day(15);
        beans.terms(CONNECTION, terms -> terms.withRefreshTokenRotation(true));
        Granted victim = caller.signedIn();
        Granted granted = victim;
        for (int hour = 0; hour < 4 * 24; hour++) {
            beans.clock.advance(Duration.ofHours(1));
            Granted next = refreshed(refreshToken(granted));
            assertThat(refreshToken(next)).isNotEqualTo(refreshToken(granted));
            assertThat(isGood(next)).isTrue();
            beans.purge();
            granted = next;
        }
        assertThat(caller.refresh(refreshToken(victim))).isEqualTo(new GrantRefused());
        assertThat(isGood(granted)).isFalse();
        assertThat(caller.refresh(refreshToken(granted))).isEqualTo(new GrantRefused());
    }

    /** Day 20: the same refresh token again and again, but still no use of one that was used up before. */
    private void rotationOff() {
        day(20);
        Granted usedUp = caller.signedIn();
        Granted last = refreshed(refreshToken(usedUp));
        beans.terms(CONNECTION, terms -> terms.withRefreshTokenRotation(false));

        assertThat(refreshToken(refreshed(refreshToken(last)))).isEqualTo(refreshToken(last));
        assertThat(caller.refresh(refreshToken(usedUp))).isEqualTo(new GrantRefused());
        assertThat(caller.refresh(refreshToken(last))).isEqualTo(new GrantRefused());
        assertThat(caller.withClientSecret(Secret.generate()).signIn()).isEqualTo(new ClientRefused());
        assertThat(isGood(caller.signedIn())).isTrue();
    }

    private void quietUntilTheThirtiethDay() {
        day(30);
        beans.purge();
    }

    private void assertUses(InboundSecret which, Instant newest, Instant older) {
        List<SecretVersion> versions = beans.registry.versions(CONNECTION, which);
        assertThat(versions)
                .extracting(SecretVersion::state)
                .containsExactly(SecretState.CURRENT, SecretState.RETIRING);
        assertThat(versions).extracting(SecretVersion::lastUsedAt).containsExactly(newest, older);
    }

    private void day(int number) {
        beans.clock.advance(Duration.between(beans.clock.instant(), start.plus(Duration.ofDays(number))));
    }

    private Granted refreshed(Secret refreshToken) {
        return (Granted) caller.refresh(refreshToken);
    }

    private boolean isGood(Granted granted) {
        return beans.bearers.callerOf(granted.accessToken().reveal()).isPresent();
    }

    private static Secret refreshToken(Granted granted) {
        return Objects.requireNonNull(granted.refreshToken());
    }
}
