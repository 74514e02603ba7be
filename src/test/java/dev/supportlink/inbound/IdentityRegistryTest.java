package dev.supportlink.inbound;

import static dev.supportlink.inbound.InboundBeans.CONNECTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportlink.inbound.TokenDecision.ClientRefused;
import dev.supportlink.inbound.TokenDecision.Granted;
import dev.supportlink.platform.problem.ProblemType;
import dev.supportlink.secret.Secret;
import dev.supportlink.secret.SecretState;
import dev.supportlink.secret.SecretVersion;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentityRegistryTest {

    private static final InboundSecret CLIENT = InboundSecret.INBOUND_CLIENT_SECRET;

    private final InboundBeans beans = new InboundBeans();
    private final IdentityRegistry registry = beans.registry;

    @Test
    void namesHaveTheirFormAndStay() {
        InboundIdentity identity = registry.prepare(CONNECTION);

        assertThat(identity.clientId()).matches("[0-9a-f]{32}");
        assertThat(identity.userName()).matches("supportlink-[0-9a-f]{8}");
        assertThat(identity.accessTokenLifespan()).isEqualTo(Duration.ofSeconds(1800));
        assertThat(identity.refreshTokenLifespan()).isEqualTo(Duration.ofSeconds(864_000));
        assertThat(registry.prepare(CONNECTION)).isEqualTo(identity);
        assertThat(registry.find(CONNECTION)).contains(identity);
    }

    @Test
    void preparingMakesNoSecret() {
        registry.prepare(CONNECTION);

        assertThat(registry.versions(CONNECTION, CLIENT)).isEmpty();
    }

    @Test
    void versionsShowAHintAndNotTheValue() {
        registry.prepare(CONNECTION);
        Secret value = registry.makeValue(CONNECTION, CLIENT);

        SecretVersion version = registry.versions(CONNECTION, CLIENT).get(0);

        assertThat(value.reveal()).hasSize(43).startsWith(version.hint());
        assertThat(version.hint()).hasSize(3);
        assertThat(version.state()).isEqualTo(SecretState.CURRENT);
        assertThat(version.createdAt()).isEqualTo(beans.clock.instant());
        assertThat(version.toString()).doesNotContain(value.reveal());
    }

    @Test
    void valueThatWasNeverUsedIsDroppedForTheNext() {
        InboundBeans.Caller first = beans.caller(CONNECTION);
        Secret second = registry.makeValue(CONNECTION, CLIENT);

        assertThat(states()).containsExactly(SecretState.CURRENT, SecretState.REMOVED);
        assertThat(first.signIn()).isInstanceOf(ClientRefused.class);
        assertThat(first.withClientSecret(second).signIn()).isInstanceOf(Granted.class);
    }

    @Test
    void usedValueStaysUsableBesideTheNext() {
        InboundBeans.Caller first = beans.caller(CONNECTION);
        first.signedIn();
        Secret second = registry.makeValue(CONNECTION, CLIENT);

        assertThat(states()).containsExactly(SecretState.CURRENT, SecretState.RETIRING);
        assertThat(first.signIn()).isInstanceOf(Granted.class);
        assertThat(first.withClientSecret(second).signIn()).isInstanceOf(Granted.class);
    }

    @Test
    void thirdUsedValueIsRefused() {
        InboundBeans.Caller first = beans.caller(CONNECTION);
        first.signedIn();
        Secret second = registry.makeValue(CONNECTION, CLIENT);
        first.withClientSecret(second).signedIn();

        assertThatThrownBy(() -> registry.makeValue(CONNECTION, CLIENT))
                .isInstanceOfSatisfying(
                        TwoLiveValues.class,
                        refused -> assertThat(refused.type()).isEqualTo(ProblemType.CONFLICT));
        assertThat(states()).containsExactly(SecretState.CURRENT, SecretState.RETIRING);
    }

    @Test
    void unusedSecondValueIsReplacedWhileTheFirstRetires() {
        InboundBeans.Caller first = beans.caller(CONNECTION);
        first.signedIn();
        registry.makeValue(CONNECTION, CLIENT);
        Secret third = registry.makeValue(CONNECTION, CLIENT);

        assertThat(states()).containsExactly(SecretState.CURRENT, SecretState.REMOVED, SecretState.RETIRING);
        assertThat(first.withClientSecret(third).signIn()).isInstanceOf(Granted.class);
        assertThat(first.signIn()).isInstanceOf(Granted.class);
    }

    @Test
    void eachSecretHasItsOwnVersions() {
        InboundBeans.Caller caller = beans.caller(CONNECTION);
        caller.signedIn();
        Secret password = registry.makeValue(CONNECTION, InboundSecret.INTEGRATION_USER_PASSWORD);

        assertThat(states()).containsExactly(SecretState.CURRENT);
        assertThat(caller.signIn()).isInstanceOf(Granted.class);
        assertThat(caller.withPassword(password).signIn()).isInstanceOf(Granted.class);
    }

    @Test
    void valueMadeUnderAnOlderKeyStaysGood() {
        InboundBeans.Caller caller = beans.caller(CONNECTION);
        beans.hasher.addKey();

        assertThat(caller.signIn()).isInstanceOf(Granted.class);
    }

    private List<SecretState> states() {
        return registry.versions(CONNECTION, CLIENT).stream()
                .map(SecretVersion::state)
                .toList();
    }
}
