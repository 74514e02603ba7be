package dev.supportlink.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

    private final AccessBeans beans = new AccessBeans();
    private final SignInThrottle throttle = beans.throttle;

    @Test
    void tenFailuresInFiveMinutesPassAndTheEleventhCloses() {
        fail("anna", "a", 10);
        assertThatCode(() -> throttle.admit("anna", "a")).doesNotThrowAnyException();

        fail("ANNA", "a", 1);
        assertThat(waitFor("Anna", "a")).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void failuresAgeOneByOne() {
        fail("anna", "a", 1);
        beans.clock.advance(Duration.ofMinutes(2));
        fail("anna", "a", 10);

        assertThat(waitFor("anna", "a")).isEqualTo(Duration.ofMinutes(3));

        beans.clock.advance(Duration.ofMinutes(3));
        assertThatCode(() -> throttle.admit("anna", "a")).doesNotThrowAnyException();
        fail("anna", "a", 1);
        assertThat(waitFor("anna", "a")).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void otherNamesAndAddressesAreNotConcerned() {
        fail("anna", "a", 11);

        assertThatCode(() -> throttle.admit("bert", "a")).doesNotThrowAnyException();
        assertThatCode(() -> throttle.admit("anna", "b")).doesNotThrowAnyException();
    }

    @Test
    void oneAddressThatTriesManyNamesIsClosedForAll() {
        for (int i = 0; i <= 100; i++) {
            throttle.failed("user" + i, "a");
        }

        assertThat(waitFor("somebody", "a")).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void memoryIsBounded() {
        FailureCounts counts = new FailureCounts();
        Instant now = beans.clock.instant();
        for (int i = 0; i < FailureCounts.MOST_KEYS + 500; i++) {
            counts.add("key" + i, now, now.minusSeconds(1), 11);
        }

        assertThat(counts.size()).isEqualTo(FailureCounts.MOST_KEYS);
    }

    private void fail(String name, String address, int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(name, address);
        }
    }

    private Duration waitFor(String name, String address) {
        return catchThrowableOfType(SignInThrottled.class, () -> throttle.admit(name, address))
                .retryAfter()
                .orElseThrow();
    }
}
