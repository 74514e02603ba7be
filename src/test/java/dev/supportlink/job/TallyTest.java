package dev.supportlink.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TallyTest {

    @Test
    void textIsReadBackInOrderOfNames() {
        Tally tally = new Tally(Map.of("passed", 9L, "failed", 1L));

        assertThat(tally.text()).isEqualTo("failed=1 passed=9");
        assertThat(Tally.parse(tally.text())).isEqualTo(tally);
    }

    @Test
    void countsOfTheSameNameAddUp() {
        Tally sum = Tally.parse("failed=1 passed=9").plus(Tally.parse("needsAttention=2 passed=1"));

        assertThat(sum.counts()).isEqualTo(Map.of("failed", 1L, "passed", 10L, "needsAttention", 2L));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "COMPLETED", "=1", "passed=", "passed=-1", "passed=many", "passed=99999999999999999999"})
    void exitStatusOfAnotherKindCountsNothing(String exitStatus) {
        assertThat(Tally.parse(exitStatus)).isEqualTo(Tally.EMPTY);
    }
}
