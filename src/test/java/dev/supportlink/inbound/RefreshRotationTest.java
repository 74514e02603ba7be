package dev.supportlink.inbound;

import static dev.supportlink.inbound.InboundBeans.CONNECTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.inbound.InboundBeans.Caller;
import dev.supportlink.inbound.TokenDecision.GrantRefused;
import dev.supportlink.inbound.TokenDecision.Granted;
import dev.supportlink.secret.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefreshRotationTest {

    private static final Duration REFRESH = Duration.ofDays(10);
    private static final Duration TICK = Duration.ofMillis(1);

    private final InboundBeans beans = new InboundBeans();
    private final Caller caller = beans.caller(CONNECTION);

    @BeforeEach
    void switchOn() {
        rotation(true);
    }

    @Test
    void eachRefreshGivesAnotherRefreshToken() {
        Granted first = caller.signedIn();
        Granted second = refreshed(first);
        Granted third = refreshed(second);

        assertThat(List.of(refreshToken(first), refreshToken(second), refreshToken(third)))
                .doesNotHaveDuplicates();
        assertThat(isGood(first)).isTrue();
        assertThat(isGood(third)).isTrue();
    }

    @Test
    void successorsEndWithTheFirst() {
        Granted granted = caller.signedIn();
        for (int day = 0; day < 9; day++) {
            beans.clock.advance(Duration.ofDays(1));
            granted = refreshed(granted);
        }
        beans.clock.advance(Duration.ofDays(1).minus(TICK));
        granted = refreshed(granted);
        beans.clock.advance(TICK);

        assertThat(caller.refresh(refreshToken(granted))).isInstanceOf(GrantRefused.class);
        assertThat(reasons()).containsExactly("expired-refresh-token");
    }

    @Test
    void usedTokenEndsTheWholeFamilyAndNobodyElse() {
        Granted stolen = caller.signedIn();
        Granted other = caller.signedIn();
        Granted next = refreshed(stolen);

        assertThat(caller.refresh(refreshToken(stolen))).isEqualTo(new GrantRefused());

        assertThat(isGood(stolen)).isFalse();
        assertThat(isGood(next)).isFalse();
        assertThat(caller.refresh(refreshToken(next))).isEqualTo(new GrantRefused());
        assertThat(isGood(other)).isTrue();
        assertThat(caller.refresh(refreshToken(other))).isInstanceOf(Granted.class);
    }

    @Test
    void reuseIsAuditedWithWhatItEnded() {
        Granted stolen = caller.signedIn();
        refreshed(stolen);
        caller.refresh(refreshToken(stolen));

        InboundBeans.AuditLine reuse = beans.audit.stream()
                .filter(line -> line.action().equals("refresh-token-reused"))
                .findFirst()
                .orElseThrow();
        assertThat(reuse.actor()).isEqualTo("caller:" + caller.identity().userName());
        assertThat(reuse.connectionId()).isEqualTo(CONNECTION);
        assertThat(reuse.detail()).containsEntry("revokedTokens", "4");
        assertThat(reasons()).containsExactly("reused-refresh-token");
    }

    @Test
    void usedTokenIsRefusedAfterRotationWasSwitchedOff() {
        Granted stolen = caller.signedIn();
        Granted next = refreshed(stolen);
        rotation(false);

        assertThat(caller.refresh(refreshToken(stolen))).isEqualTo(new GrantRefused());
        assertThat(isGood(next)).isFalse();
    }

    @Test
    void tokenFromBeforeTheSwitchIsExchangedOnce() {
        rotation(false);
        Granted granted = caller.signedIn();
        Granted same = refreshed(granted);
        assertThat(refreshToken(same)).isEqualTo(refreshToken(granted));

        rotation(true);
        Granted exchanged = refreshed(same);

        assertThat(refreshToken(exchanged)).isNotEqualTo(refreshToken(granted));
        assertThat(caller.refresh(refreshToken(granted))).isEqualTo(new GrantRefused());
    }

    @Test
    void lastTokenIsKeptWhenRotationIsSwitchedOff() {
        Granted next = refreshed(caller.signedIn());
        rotation(false);

        assertThat(refreshToken(refreshed(next))).isEqualTo(refreshToken(next));
        assertThat(refreshToken(refreshed(next))).isEqualTo(refreshToken(next));
    }

    @Test
    void usedTokenIsRememberedUntilItsEndThroughEveryPurge() {
        Granted stolen = caller.signedIn();
        Granted next = refreshed(stolen);
        beans.clock.advance(REFRESH.minus(TICK));
        beans.purge();

        assertThat(caller.refresh(refreshToken(stolen))).isEqualTo(new GrantRefused());
        assertThat(reasons()).containsExactly("reused-refresh-token");
        assertThat(caller.refresh(refreshToken(next))).isEqualTo(new GrantRefused());
    }

    @Test
    void reuseIsNoGuess() {
        for (int number = 0; number < 50; number++) {
            Granted stolen = caller.signedIn();
            refreshed(stolen);
            assertThat(caller.refresh(refreshToken(stolen))).isEqualTo(new GrantRefused());
        }
    }

    @Test
    void valueThatIsReplacedMeanwhileUsesNothingUp() {
        Granted granted = caller.signedIn();
        Secret secret = beans.registry.makeValue(CONNECTION, InboundSecret.INBOUND_CLIENT_SECRET);
        Caller renewed = caller.withClientSecret(secret);
        beans.identities.replacedMeanwhile = true;
        assertThat(renewed.refresh(refreshToken(granted))).isEqualTo(new GrantRefused());
        beans.identities.replacedMeanwhile = false;

        assertThat(renewed.refresh(refreshToken(granted))).isInstanceOf(Granted.class);
    }

    @Test
    void othersClientEndsNothingWithAUsedToken() {
        Caller other = beans.caller("fedcba9876543210fedcba9876543210");
        Granted stolen = caller.signedIn();
        Granted next = refreshed(stolen);

        assertThat(other.refresh(refreshToken(stolen))).isEqualTo(new GrantRefused());

        assertThat(isGood(next)).isTrue();
    }

    private void rotation(boolean on) {
        beans.terms(CONNECTION, terms -> terms.withRefreshTokenRotation(on));
    }

    private Granted refreshed(Granted before) {
        return (Granted) caller.refresh(refreshToken(before));
    }

    private boolean isGood(Granted granted) {
        return beans.bearers.callerOf(granted.accessToken().reveal()).isPresent();
    }

    private List<String> reasons() {
        return beans.audit.stream()
                .filter(line -> line.action().equals("caller-refused"))
                .map(line -> line.detail().get("reason"))
                .toList();
    }

    private static Secret refreshToken(Granted granted) {
        return Objects.requireNonNull(granted.refreshToken());
    }
}
