package dev.supportlink.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.testing.TurnableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LinkThrottleTest {

    private final TurnableClock clock = new TurnableClock(Instant.parse("2026-11-24T10:00:00Z"));
    private final LinkThrottle throttle = LinkThrottles.by(clock);

    @Test
    void oneLinkIsThrottledForOneAddress() {
        refuse("one", "192.0.2.7", 11);

        assertThat(throttle.refused("one", "192.0.2.7")).contains(Duration.ofMinutes(5));
        assertThat(throttle.refused("other", "192.0.2.7")).isEmpty();
        assertThat(throttle.refused("one", "192.0.2.8")).isEmpty();
    }

    @Test
    void refusalsThatWereThrottledDoNotCount() {
        refuse("one", "192.0.2.7", 11);
        clock.advance(Duration.ofMinutes(4));
        assertThat(throttle.refused("one", "192.0.2.7")).contains(Duration.ofMinutes(1));

        clock.advance(Duration.ofMinutes(1));

        assertThat(throttle.refused("one", "192.0.2.7")).isEmpty();
    }

    @Test
    void oneAddressIsThrottledOverAllLinks() {
        for (int link = 0; link < 10; link++) {
            refuse("link " + link, "192.0.2.7", 10);
        }
        assertThat(throttle.refused("another", "192.0.2.7")).isEmpty();

        assertThat(throttle.refused("yet another", "192.0.2.7")).contains(Duration.ofMinutes(5));
    }

    private void refuse(String link, String address, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(throttle.refused(link, address)).as("refusal %d", i).isEmpty();
        }
    }
}
