package dev.supportlink.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ListTurnsTest {

    private final ListTurns turns = new ListTurns();

    @Test
    void oneMoreThanMayRunIsToldToComeAgain() {
        assertThatThrownBy(() -> nested("a", ListTurns.AT_ONCE + 1))
                .isInstanceOfSatisfying(TooManySearches.class, refused -> {
                    assertThat(refused.type().status()).isEqualTo(429);
                    assertThat(refused.retryAfter()).contains(Duration.ofSeconds(1));
                });
        assertThat(nested("a", ListTurns.AT_ONCE))
                .as("the turns were given back")
                .isEqualTo(ListTurns.AT_ONCE);
    }

    @Test
    void connectionsDoNotWaitForOneAnother() {
        turns.within("a", () -> nested("b", ListTurns.AT_ONCE));
        assertThat(nested("a", ListTurns.AT_ONCE)).isEqualTo(ListTurns.AT_ONCE);
    }

    @Test
    void failedSearchGivesItsTurnBack() {
        for (int search = 0; search <= ListTurns.AT_ONCE; search++) {
            assertThatThrownBy(() -> turns.within("a", () -> {
                        throw new IllegalStateException("no database");
                    }))
                    .hasMessage("no database");
        }
    }

    /** So many searches, each begun while the one before is running. */
    private int nested(String connectionId, int searches) {
        return searches == 0 ? 0 : 1 + turns.within(connectionId, () -> nested(connectionId, searches - 1));
    }
}
