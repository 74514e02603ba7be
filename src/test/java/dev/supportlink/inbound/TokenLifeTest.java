package dev.supportlink.inbound;

import static dev.supportlink.inbound.InboundBeans.CONNECTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.inbound.TokenDecision.GrantRefused;
import dev.supportlink.inbound.TokenDecision.Granted;
import dev.supportlink.secret.Secret;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TokenLifeTest {

    private static final Duration ACCESS = Duration.ofSeconds(1800);
    private static final Duration REFRESH = Duration.ofSeconds(864_000);
    private static final Duration TICK = Duration.ofMillis(1);

    private final InboundBeans beans = new InboundBeans();
    private final InboundBeans.Caller caller = beans.caller(CONNECTION);

    @Test
    void signInGivesTwoTokensOf256BitsThatTellTheirEnds() {
        Granted granted = caller.signedIn();

        assertThat(granted.lifespan()).isEqualTo(ACCESS);
        assertThat(granted.accessToken().reveal()).matches("[0-9a-f]{8}[A-Za-z0-9_-]{43}");
        assertThat(refreshToken(granted).reveal())
                .matches("[0-9a-f]{8}[A-Za-z0-9_-]{43}")
                .isNotEqualTo(granted.accessToken().reveal());
        assertThat(beans.tokens.tokens.toString())
                .doesNotContain(granted.accessToken().reveal());
    }

    @Test
    void accessTokenStandsForItsConnectionAndUser() {
        Granted granted = caller.signedIn();

        assertThat(callerOf(granted.accessToken()))
                .isEqualTo(new InboundCaller(CONNECTION, caller.identity().userName(), false));
    }

    @Test
    void accessTokenEndsOnTheDot() {
        Granted granted = caller.signedIn();

        beans.clock.advance(ACCESS.minus(TICK));
        assertThat(isGood(granted.accessToken())).isTrue();

        beans.clock.advance(TICK);
        assertThat(isGood(granted.accessToken())).isFalse();
    }

    @Test
    void refreshTokenIsNoBearer() {
        assertThat(isGood(refreshToken(caller.signedIn()))).isFalse();
    }

    @Test
    void accessTokenRefreshesNothing() {
        assertThat(caller.refresh(caller.signedIn().accessToken())).isInstanceOf(GrantRefused.class);
    }

    @Test
    void refreshGivesANewAccessTokenForTheSameRefreshToken() {
        Granted first = caller.signedIn();
        beans.clock.advance(ACCESS);

        Granted second = (Granted) caller.refresh(refreshToken(first));

        assertThat(refreshToken(second)).isEqualTo(refreshToken(first));
        assertThat(isGood(second.accessToken())).isTrue();
        assertThat(isGood(first.accessToken())).isFalse();
    }

    @Test
    void refreshingDoesNotProlongTheRefreshToken() {
        Granted granted = caller.signedIn();

        beans.clock.advance(REFRESH.minus(TICK));
        assertThat(caller.refresh(refreshToken(granted))).isInstanceOf(Granted.class);

        beans.clock.advance(TICK);
        assertThat(caller.refresh(refreshToken(granted))).isInstanceOf(GrantRefused.class);
    }

    @Test
    void callerLivesThirtyDaysOnRefreshAndSignIn() {
        Granted granted = caller.signedIn();
        int signIns = 1;
        for (int hour = 0; hour < 30 * 24; hour++) {
            beans.clock.advance(Duration.ofHours(1));
            TokenDecision next = caller.refresh(refreshToken(granted));
            if (next instanceof GrantRefused) {
                next = caller.signIn();
                signIns++;
            }
            granted = (Granted) next;
            assertThat(isGood(granted.accessToken())).isTrue();
            beans.purge();
        }
        assertThat(signIns).isEqualTo(4);
        assertThat(beans.tokens.tokens).hasSizeLessThan(5);
    }

    @Test
    void tokensOutliveTheValueTheyWereMadeWith() {
        Granted granted = caller.signedIn();
        beans.registry.makeValue(CONNECTION, InboundSecret.INTEGRATION_USER_PASSWORD);

        assertThat(isGood(granted.accessToken())).isTrue();
        assertThat(caller.refresh(refreshToken(granted))).isInstanceOf(Granted.class);
    }

    @Test
    void revokedAccessTokenDiesAlone() {
        Granted granted = caller.signedIn();
        beans.revoker.revoke(granted.accessToken());

        assertThat(isGood(granted.accessToken())).isFalse();
        assertThat(caller.refresh(refreshToken(granted))).isInstanceOf(Granted.class);
    }

    @Test
    void revokedRefreshTokenTakesItsAccessTokensAlong() {
        Granted first = caller.signedIn();
        Granted second = (Granted) caller.refresh(refreshToken(first));
        Granted other = caller.signedIn();

        beans.revoker.revoke(refreshToken(first));

        assertThat(isGood(first.accessToken())).isFalse();
        assertThat(isGood(second.accessToken())).isFalse();
        assertThat(isGood(other.accessToken())).isTrue();
        assertThat(caller.refresh(refreshToken(first))).isInstanceOf(GrantRefused.class);
    }

    @Test
    void unknownTokenIsRevokedInSilence() {
        Granted granted = caller.signedIn();

        beans.revoker.revoke(Secret.of("no token at all"));

        assertThat(isGood(granted.accessToken())).isTrue();
    }

    @Test
    void purgeRemovesWhatHasExpiredInSmallBatches() {
        for (int number = 0; number < Purge.BATCH + 1; number++) {
            caller.signedIn();
        }
        beans.clock.advance(ACCESS);
        Granted young = caller.signedIn();

        assertThat(beans.purge()).isEqualTo(Purge.BATCH + 1);
        assertThat(beans.purge()).isZero();
        assertThat(isGood(young.accessToken())).isTrue();
    }

    private boolean isGood(Secret token) {
        return beans.bearers.callerOf(token.reveal()).isPresent();
    }

    private InboundCaller callerOf(Secret token) {
        return beans.bearers.callerOf(token.reveal()).orElseThrow();
    }

    private static Secret refreshToken(Granted granted) {
        return Objects.requireNonNull(granted.refreshToken());
    }
}
