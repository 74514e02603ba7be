package dev.supportlink.inbound.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final List<Long> pauses = new ArrayList<>();
    private long now = 5;
    private final Pace pace = new Pace(() -> now, pauses::add);

    @Test
    void firstPieceBeginsAtOnce() {
        pace.next();

        assertThat(pauses).isEmpty();
    }

    @Test
    void restsAsLongAsEachPieceTook() {
        pace.next();
        now += 300;
        pace.next();
        now += 20;
        pace.next();

        assertThat(pauses).containsExactly(300L, 20L);
    }

    @Test
    void restIsBounded() {
        pace.next();
        now += Duration.ofMinutes(1).toNanos();
        pace.next();

        assertThat(pauses).containsExactly(Pace.LONGEST.toNanos());
    }
}
