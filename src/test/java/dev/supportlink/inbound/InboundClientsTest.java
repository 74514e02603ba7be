package dev.supportlink.inbound;

import static dev.supportlink.inbound.InboundBeans.CONNECTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportlink.connection.ConnectionNotFound;
import dev.supportlink.connection.InboundMode;
import dev.supportlink.connection.SetupType;
import dev.supportlink.inbound.TokenDecision.GrantRefused;
import dev.supportlink.inbound.TokenDecision.Granted;
import dev.supportlink.platform.problem.StaleRevision;
import dev.supportlink.testing.Connections;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboundClientsTest {

    private static final ClientTerms TERMS = new ClientTerms(Duration.ofHours(1), Duration.ofDays(30), true, true);

    private final InboundBeans beans = new InboundBeans();
    private final InboundBeans.Caller caller = beans.caller(CONNECTION);

    @BeforeEach
    void addConnection() {
        beans.connections.add(Connections.basic());
    }

    @Test
    void changeIsStoredAndAudited() {
        InboundIdentity changed = beans.clients.change(CONNECTION, before -> TERMS, revision -> {}, "admin");

        assertThat(changed.terms()).isEqualTo(TERMS);
        assertThat(changed.revision()).isEqualTo(2);
        assertThat(beans.clients.get(CONNECTION)).isEqualTo(changed);
        assertThat(beans.audit)
                .containsExactly(new InboundBeans.AuditLine(
                        "admin",
                        "inbound-client-changed",
                        CONNECTION,
                        Map.of(
                                "accessTokenLifespan",
                                "PT1H",
                                "refreshTokenLifespan",
                                "PT720H",
                                "refreshTokenRotation",
                                "true",
                                "clientCredentials",
                                "true")));
    }

    @Test
    void changeEqualToWhatIsStoredAsksNothingAndChangesNothing() {
        InboundIdentity same = beans.clients.change(CONNECTION, before -> before, this::stale, "admin");

        assertThat(same.revision()).isEqualTo(1);
        assertThat(beans.audit).isEmpty();
    }

    @Test
    void staleChangeChangesNothing() {
        assertThatThrownBy(() -> beans.clients.change(CONNECTION, before -> TERMS, this::stale, "admin"))
                .isInstanceOf(StaleRevision.class);

        assertThat(beans.clients.get(CONNECTION).terms()).isEqualTo(ClientTerms.DEFAULT);
        assertThat(beans.audit).isEmpty();
    }

    @Test
    void changedLifespansHoldForTokensIssuedFromThenOn() {
        Granted before = caller.signedIn();
        beans.clients.change(CONNECTION, terms -> TERMS, revision -> {}, "admin");
        Granted after = caller.signedIn();
        beans.clock.advance(Duration.ofMinutes(30));

        assertThat(after.lifespan()).isEqualTo(Duration.ofHours(1));
        assertThat(isGood(before)).isFalse();
        assertThat(isGood(after)).isTrue();
    }

    @Test
    void revocationEndsEveryTokenOfTheConnectionAndNoOther() {
        InboundBeans.Caller other = beans.caller("fedcba9876543210fedcba9876543210");
        Granted first = caller.signedIn();
        Granted second = caller.signedIn();
        Granted others = other.signedIn();

        beans.clients.revokeTokens(CONNECTION, "admin");

        assertThat(isGood(first) || isGood(second)).isFalse();
        assertThat(caller.refresh(Objects.requireNonNull(first.refreshToken()))).isEqualTo(new GrantRefused());
        assertThat(isGood(others)).isTrue();
        assertThat(isGood(caller.signedIn())).isTrue();
        assertThat(beans.audit).extracting(InboundBeans.AuditLine::action).contains("inbound-tokens-revoked");
    }

    @Test
    void tokenThatIsBeingIssuedMeanwhileIsDeadFromBirth() {
        beans.tokens.beforeNextAdd(() -> beans.clients.revokeTokens(CONNECTION, "admin"));

        assertThat(isGood(caller.signedIn())).isFalse();
    }

    @Test
    void revokedTokensArePurgedThoughTheyHaveNotExpired() {
        caller.signedIn();
        beans.clients.revokeTokens(CONNECTION, "admin");
        Granted alive = caller.signedIn();

        assertThat(beans.purge()).isEqualTo(2);
        assertThat(isGood(alive)).isTrue();
    }

    @Test
    void thereIsNoClientInAnotherSetUp() {
        beans.connections.save(beans.connections.get(CONNECTION).withSetup(SetupType.BASIC, InboundMode.DIRECT));

        assertThatThrownBy(() -> beans.clients.get(CONNECTION)).isInstanceOf(InboundClientNotFound.class);
        assertThatThrownBy(() -> beans.clients.revokeTokens(CONNECTION, "admin"))
                .isInstanceOf(InboundClientNotFound.class);
        assertThatThrownBy(() -> beans.clients.get("unknown")).isInstanceOf(ConnectionNotFound.class);
    }

    @Test
    void thereIsNoClientBeforeItIsMade() {
        beans.identities.forget(CONNECTION);

        assertThatThrownBy(() -> beans.clients.get(CONNECTION)).isInstanceOf(InboundClientNotFound.class);
        assertThatThrownBy(() -> beans.clients.change(CONNECTION, before -> TERMS, revision -> {}, "admin"))
                .isInstanceOf(InboundClientNotFound.class);
        assertThatThrownBy(() -> beans.clients.revokeTokens(CONNECTION, "admin"))
                .isInstanceOf(InboundClientNotFound.class);
    }

    private void stale(long revision) {
        throw new StaleRevision("The inbound client");
    }

    private boolean isGood(Granted granted) {
        return beans.bearers.callerOf(granted.accessToken().reveal()).isPresent();
    }
}
