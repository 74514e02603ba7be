package dev.supportlink.inbound;

import static dev.supportlink.inbound.InboundBeans.CONNECTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.inbound.InboundBeans.Caller;
import dev.supportlink.inbound.TokenDecision.ClientRefused;
import dev.supportlink.inbound.TokenDecision.GrantRefused;
import dev.supportlink.inbound.TokenDecision.Granted;
import dev.supportlink.inbound.TokenDecision.Throttled;
import dev.supportlink.platform.text.Ids;
import dev.supportlink.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FailureThrottleTest {

    private final InboundBeans beans = new InboundBeans();
    private final Caller caller = beans.caller(CONNECTION);
    private final Caller wrongSecret = caller.withClientSecret(Secret.generate());
    private final Caller wrongPassword = caller.withPassword(Secret.generate());

    @Test
    void eleventhWrongSecretIsHeldBackUntilTheWindowEnds() {
        fail(wrongSecret, 10);
        beans.clock.advance(Duration.ofMinutes(4));

        assertThat(wrongSecret.signIn()).isEqualTo(new Throttled(Duration.ofMinutes(1)));
        beans.clock.advance(Duration.ofMinutes(1));
        assertThat(wrongSecret.signIn()).isEqualTo(new ClientRefused());
    }

    @Test
    void wrongPasswordsAreCountedToo() {
        fail(wrongPassword, 10);

        assertThat(wrongPassword.signIn()).isInstanceOf(Throttled.class);
    }

    @Test
    void rightValuesPassAmongTenThousandWrongOnes() {
        for (int second = 0; second < 60; second++) {
            fail(wrongSecret, 100);
            fail(wrongPassword, 67);
            assertThat(caller.signIn()).isInstanceOf(Granted.class);
            beans.clock.advance(Duration.ofSeconds(1));
        }
        beans.scheduler.timePasses();
        assertThat(beans.audit)
                .as("one line for the first of a kind, one for the rest")
                .hasSize(4);
    }

    @Test
    void changingClientsDoNotHelpOneAddress() {
        for (int number = 0; number < 30; number++) {
            assertThat(unknownClient().signIn()).isEqualTo(new ClientRefused());
        }

        assertThat(unknownClient().signIn()).isInstanceOf(Throttled.class);
    }

    @Test
    void expiredRefreshTokenIsNoGuess() {
        Granted granted = caller.signedIn();
        beans.clock.advance(Duration.ofDays(10));

        for (int number = 0; number < 50; number++) {
            assertThat(caller.refresh(granted.refreshToken())).isEqualTo(new GrantRefused());
        }
    }

    @Test
    void countersForgetTheOldestWhenFull() {
        FailureCounter counter = new FailureCounter(1, Duration.ofMinutes(5));
        Instant now = beans.clock.instant();

        for (int number = 0; number < 25_000; number++) {
            counter.failed("client " + number, now);
        }

        assertThat(counter.size()).isEqualTo(10_000);
        assertThat(counter.failed("client 24999", now)).isPresent();
        assertThat(counter.failed("client 0", now)).isEmpty();
    }

    @Test
    void longKeysAreCut() {
        FailureCounter counter = new FailureCounter(1, Duration.ofMinutes(5));
        String start = "x".repeat(64);

        assertThat(counter.failed(start + "1", beans.clock.instant())).isEmpty();
        assertThat(counter.failed(start + "2", beans.clock.instant())).isPresent();
    }

    private void fail(Caller failing, int times) {
        for (int number = 0; number < times; number++) {
            assertThat(failing.signIn()).isNotInstanceOf(Granted.class);
        }
    }

    private Caller unknownClient() {
        return caller.withIdentity(InboundIdentity.named(CONNECTION, Ids.next(), Ids.next()));
    }
}
