package dev.supportlink.inbound;

import static dev.supportlink.inbound.InboundBeans.CONNECTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.inbound.InboundBeans.Caller;
import dev.supportlink.inbound.TokenDecision.ClientRefused;
import dev.supportlink.inbound.TokenDecision.GrantRefused;
import dev.supportlink.inbound.TokenDecision.Granted;
import dev.supportlink.secret.Secret;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class InboundProbeTest {

    private final InboundBeans beans = new InboundBeans();
    private final Caller real = beans.caller(CONNECTION);
    private final ProbeCredentials probe = beans.probe.register(CONNECTION);

    @Test
    void probeGetsATokenThatReadsAndIsNoUse() {
        Granted granted = (Granted) probing(probe).signIn();
        InboundCaller caller =
                beans.bearers.callerOf(granted.accessToken().reveal()).orElseThrow();

        assertThat(caller)
                .isEqualTo(new InboundCaller(CONNECTION, real.identity().userName(), true));
        assertThat(granted.refreshToken()).isNull();
        assertThat(beans.registry.lastCallAt(CONNECTION)).isEmpty();
        assertThat(beans.identities.useWrites).isZero();
        assertThat(beans.registry.versions(CONNECTION, InboundSecret.INBOUND_CLIENT_SECRET))
                .allSatisfy(version -> assertThat(version.lastUsedAt()).isNull());
    }

    @Test
    void probeWorksOnce() {
        assertThat(probing(probe).signIn()).isInstanceOf(Granted.class);

        assertThat(probing(probe).signIn()).isInstanceOf(GrantRefused.class);
    }

    @Test
    void probeEndsAfterAMinute() {
        beans.clock.advance(Duration.ofSeconds(60));

        assertThat(probing(probe).signIn()).isEqualTo(new ClientRefused());
        assertThat(beans.probe.mayPass(probe.pass())).isFalse();
    }

    @Test
    void probesTokenEndsAfterAMinute() {
        Granted granted = (Granted) probing(probe).signIn();
        beans.clock.advance(Duration.ofSeconds(60));

        assertThat(beans.bearers.callerOf(granted.accessToken().reveal())).isEmpty();
    }

    @Test
    void valuesWorkTogetherOnly() {
        Caller withRealPassword = real.withClientSecret(probe.clientSecret());
        Caller withRealSecret = real.withPassword(probe.password());

        assertThat(withRealSecret.signIn()).isEqualTo(new GrantRefused());
        assertThat(withRealPassword.signIn()).isEqualTo(new GrantRefused());
        assertThat(probing(probe).signIn()).as("used up by the misuse").isEqualTo(new GrantRefused());
    }

    @Test
    void valuesOfTwoProbesDoNotMix() {
        ProbeCredentials second = beans.probe.register(CONNECTION);

        assertThat(probing(probe).withPassword(second.password()).signIn()).isEqualTo(new GrantRefused());
        assertThat(probing(second).signIn()).isInstanceOf(Granted.class);
    }

    @Test
    void probeWorksForItsOwnConnectionOnly() {
        Caller other = beans.caller("fedcba9876543210fedcba9876543210");

        assertThat(other.withClientSecret(probe.clientSecret())
                        .withPassword(probe.password())
                        .signIn())
                .isEqualTo(new ClientRefused());
    }

    @Test
    void probeRefreshesNothing() {
        assertThat(probing(probe).refresh(Secret.generate())).isEqualTo(new GrantRefused());
    }

    @Test
    void probeSignsInWithUserAndPasswordOnly() {
        beans.terms(CONNECTION, terms -> terms.withClientCredentials(true));

        assertThat(probing(probe).clientAlone()).isEqualTo(new GrantRefused());
        assertThat(probing(probe).signIn()).as("used up by the misuse").isEqualTo(new GrantRefused());
    }

    @Test
    void probeOfAnotherSetUpIsRefused() {
        beans.identities.closed.add(CONNECTION);

        assertThat(probing(probe).signIn()).isEqualTo(new ClientRefused());
    }

    @Test
    void probePassesWhileOthersAreHeldBack() {
        for (int number = 0; number < 50; number++) {
            real.withClientSecret(Secret.generate()).signIn();
        }

        assertThat(probing(probe).signIn()).isInstanceOf(Granted.class);
    }

    @Test
    void onlyTheProbesOwnHeaderPasses() {
        assertThat(beans.probe.mayPass(probe.pass())).isTrue();
        assertThat(beans.probe.mayPass(probe.clientSecret())).isFalse();
        assertThat(beans.probe.mayPass(Secret.generate())).isFalse();
    }

    @Test
    void nothingIsKeptInClear() {
        assertThat(beans.tickets.tickets.toString())
                .doesNotContain(probe.clientSecret().reveal())
                .doesNotContain(probe.password().reveal())
                .doesNotContain(probe.pass().reveal());
        assertThat(probe.toString()).doesNotContain(probe.password().reveal()).contains("(secret)");
    }

    @Test
    void expiredTicketsGoWhenTheNextIsMade() {
        beans.clock.advance(Duration.ofSeconds(60));
        beans.probe.register(CONNECTION);

        assertThat(beans.tickets.tickets).hasSize(1);
    }

    private Caller probing(ProbeCredentials credentials) {
        assertThat(credentials.clientId()).isEqualTo(real.identity().clientId());
        return real.withClientSecret(credentials.clientSecret()).withPassword(credentials.password());
    }
}
