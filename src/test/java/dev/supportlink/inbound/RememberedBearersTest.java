package dev.supportlink.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportlink.testing.TurnableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RememberedBearersTest {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration TICK = Duration.ofMillis(1);

    private record Bearer(String name, Instant endsAt) {}

    private final TurnableClock clock = new TurnableClock(START);
    private final RememberedBearers<Bearer> remembered = new RememberedBearers<>(clock, Bearer::endsAt);
    private final Bearer bearer = new Bearer("caller", START.plusSeconds(1800));
    private int checks;

    @Test
    void goodTokenIsCheckedOnceInFourSeconds() {
        assertThat(find("token")).contains(bearer);
        clock.advance(Duration.ofSeconds(4).minus(TICK));
        assertThat(find("token")).contains(bearer);
        assertThat(checks).isEqualTo(1);

        clock.advance(TICK);
        assertThat(find("token")).contains(bearer);
        assertThat(checks).isEqualTo(2);
    }

    @Test
    void useProlongsNothing() {
        for (int second = 0; second < 8; second++) {
            find("token");
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(checks).isEqualTo(2);
    }

    @Test
    void timeCountsFromTheBeginningOfTheCheck() {
        remembered.find("token", () -> {
            clock.advance(Duration.ofSeconds(3));
            return Optional.of(bearer);
        });
        clock.advance(Duration.ofSeconds(1));

        find("token");

        assertThat(checks).isEqualTo(1);
    }

    @Test
    void noTokenIsRememberedBeyondItsEnd() {
        Bearer ending = new Bearer("ending", START.plusSeconds(1));
        remembered.find("token", () -> Optional.of(ending));

        clock.advance(Duration.ofSeconds(1).minus(TICK));
        assertThat(remembered.find("token", Optional::empty)).contains(ending);

        clock.advance(TICK);
        assertThat(remembered.find("token", Optional::empty)).isEmpty();
    }

    @Test
    void clockThatIsSetBackProlongsNothing() {
        find("token");
        clock.advance(Duration.ofHours(-1));

        find("token");

        assertThat(checks).isEqualTo(2);
    }

    @Test
    void refusedTokenIsCheckedEveryTime() {
        assertThat(find("token", Optional::empty)).isEmpty();
        assertThat(find("token")).contains(bearer);

        assertThat(checks).isEqualTo(2);
    }

    @Test
    void failedCheckIsPassedOnAndNotRemembered() {
        assertThatThrownBy(() -> remembered.find("token", () -> {
                    throw new IllegalStateException("database");
                }))
                .hasMessage("database");

        assertThat(find("token", Optional::empty)).isEmpty();
    }

    @Test
    void everythingIsForgottenAtOnce() {
        find("one");
        find("two");

        remembered.forget();

        assertThat(find("one", Optional::empty)).isEmpty();
        assertThat(find("two", Optional::empty)).isEmpty();
    }

    /** The look-up read the token before it ended, and comes back with it afterwards. */
    @Test
    void tokenThatEndsDuringItsCheckIsNotRemembered() {
        Optional<Bearer> readBefore = remembered.find("token", () -> {
            remembered.forget();
            return Optional.of(bearer);
        });

        assertThat(readBefore).contains(bearer);
        assertThat(find("token", Optional::empty)).isEmpty();
    }

    @Test
    void memoryIsBounded() {
        for (int number = 0; number < RememberedBearers.MOST; number++) {
            find("token " + number);
        }
        assertThat(isRemembered("token 0")).isTrue();

        find("one more");

        assertThat(isRemembered("token 0")).isFalse();
        assertThat(isRemembered("one more")).isTrue();
    }

    @Test
    void whatIsOverGivesWayFirst() {
        for (int number = 1; number < RememberedBearers.MOST; number++) {
            find("token " + number);
        }
        clock.advance(RememberedBearers.LIFE.dividedBy(2));
        find("later");
        clock.advance(RememberedBearers.LIFE.dividedBy(2));

        find("one more");

        assertThat(isRemembered("later")).isTrue();
        assertThat(isRemembered("one more")).isTrue();
    }

    private boolean isRemembered(String token) {
        return remembered.find(token, Optional::empty).isPresent();
    }

    private Optional<Bearer> find(String token) {
        return find(token, () -> Optional.of(bearer));
    }

    private Optional<Bearer> find(String token, Supplier<Optional<Bearer>> check) {
        return remembered.find(token, () -> {
            checks++;
            return check.get();
        });
    }
}
