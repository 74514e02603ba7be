package dev.supportlink.inbound;

import static dev.supportlink.inbound.InboundBeans.CONNECTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.ConnectionChanged;
import dev.supportlink.connection.ConnectionRemoved;
import dev.supportlink.inbound.TokenDecision.Granted;
import dev.supportlink.secret.Secret;
import dev.supportlink.testing.Connections;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IssuedBearerTokensTest {

    private static final Duration TICK = Duration.ofMillis(1);

    private final InboundBeans beans = new InboundBeans();
    private final InboundBeans.Caller caller = beans.caller(CONNECTION);
    private final Connection connection = Connections.basic();
    private Granted granted;

    @BeforeEach
    void call() {
        beans.connections.add(connection);
        granted = caller.signedIn();
        assertThat(isGood()).isTrue();
    }

    @Test
    void secondCallReadsNothingAndIsRecordedAllTheSame() {
        beans.clock.advance(Duration.ofSeconds(3));
        int before = beans.tokens.readsSoFar();

        assertThat(isGood()).isTrue();

        assertThat(beans.tokens.readsSoFar()).isEqualTo(before);
        assertThat(beans.lastCallAt(CONNECTION)).isPresent();
    }

    @Test
    void revokedTokenEndsAtOnce() {
        beans.revoker.revoke(granted.accessToken());

        assertThat(isGood()).isFalse();
    }

    @Test
    void revokedRefreshTokenEndsItsAccessTokensAtOnce() {
        beans.revoker.revoke(Objects.requireNonNull(granted.refreshToken()));

        assertThat(isGood()).isFalse();
    }

    @Test
    void revocationOfEverythingCountsAtOnce() {
        beans.clients.revokeTokens(CONNECTION, "admin");

        assertThat(isGood()).isFalse();
    }

    @Test
    void endOfTheFamilyCountsAtOnce() {
        beans.terms(CONNECTION, terms -> terms.withRefreshTokenRotation(true));
        caller.refresh(Objects.requireNonNull(granted.refreshToken()));
        caller.refresh(Objects.requireNonNull(granted.refreshToken()));

        assertThat(isGood()).isFalse();
    }

    @Test
    void otherSetUpCountsAtOnce() {
        beans.identities.closed.add(CONNECTION);
        beans.bearers.whenConnectionChanges(new ConnectionChanged(connection, connection));

        assertThat(isGood()).isFalse();
    }

    @Test
    void removedConnectionIsNotRemembered() {
        beans.tokens.tokens.clear();
        beans.bearers.whenConnectionGoes(new ConnectionRemoved(connection));

        assertThat(isGood()).isFalse();
    }

    @Test
    void whatAnotherNodeEndsEndsWithinFourSeconds() {
        beans.tokens.tokens.clear();

        beans.clock.advance(Duration.ofSeconds(4).minus(TICK));
        assertThat(isGood()).isTrue();

        beans.clock.advance(TICK);
        assertThat(isGood()).isFalse();
    }

    @Test
    void unknownTokenToRevokeForgetsNothing() {
        beans.revoker.revoke(Secret.generate());

        assertThat(beans.ended.fired()).isEmpty();
    }

    private boolean isGood() {
        return beans.bearers.callerOf(granted.accessToken().reveal()).isPresent();
    }
}
