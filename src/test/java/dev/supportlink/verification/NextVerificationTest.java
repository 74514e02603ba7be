package dev.supportlink.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.connection.Health;
import dev.supportlink.platform.text.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NextVerificationTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void connectionKeepsItsMomentWithinTheInterval() {
        NextVerification next = new NextVerification("0123456789abcdef0123456789abcdef", HOUR);
        Instant first = next.after(NOW, Health.HEALTHY, Streak.NONE, false);
        Instant second = next.after(first.plusSeconds(3), Health.HEALTHY, Streak.NONE, false);

        assertThat(first).isBetween(NOW.plus(HOUR.dividedBy(2)), NOW.plus(HOUR).plus(HOUR.dividedBy(2)));
        assertThat(Duration.between(first, second)).isEqualTo(HOUR);
    }

    @Test
    void connectionsVerifiedAtOnceAreSpreadOverTheInterval() {
        List<Long> perMinute = new java.util.ArrayList<>(
                IntStream.range(0, 60).mapToObj(minute -> 0L).toList());
        Stream.generate(Ids::next).limit(6000).forEach(id -> {
            Instant next = new NextVerification(id, HOUR).after(NOW, Health.HEALTHY, Streak.NONE, false);
            int minute =
                    (int) Duration.between(NOW.plus(HOUR.dividedBy(2)), next).toMinutes();
            perMinute.set(minute, perMinute.get(minute) + 1);
        });

        assertThat(perMinute).allSatisfy(count -> assertThat(count).isBetween(40L, 180L));
    }

    @Test
    void unreachableConnectionIsTriedAgainWithGrowingPauses() {
        NextVerification next = new NextVerification("a", Duration.ofDays(1));
        List<Long> minutes = Stream.of(1, 2, 3, 4)
                .map(runs -> next.after(NOW, Health.UNREACHABLE, new Streak(null, runs), false))
                .map(time -> Duration.between(NOW, time).toSeconds())
                .toList();

        assertThat(minutes.get(0)).isBetween(60L, 72L);
        assertThat(minutes.get(1)).isBetween(120L, 144L);
        assertThat(minutes.get(2)).isBetween(240L, 288L);
        assertThat(minutes.get(3)).isBetween(480L, 576L);
    }

    @Test
    void pauseNeverGrowsBeyondTheInterval() {
        Instant next = new NextVerification("a", HOUR)
                .after(NOW, Health.UNREACHABLE, new Streak(null, Integer.MAX_VALUE), false);

        assertThat(next).isEqualTo(NOW.plus(HOUR));
    }

    @Test
    void refusalByEntraIsConfirmedAMinuteAfterTheFirst() {
        NextVerification next = new NextVerification("a", HOUR);

        assertThat(next.after(NOW, Health.HEALTHY, new Streak(NOW, 0), true)).isEqualTo(NOW.plusSeconds(60));
        assertThat(next.after(NOW, Health.HEALTHY, new Streak(NOW.minusSeconds(10), 0), true))
                .isEqualTo(NOW.plusSeconds(50));
    }
}
