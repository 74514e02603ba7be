package dev.supportlink.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportlink.platform.page.PageRequest;
import dev.supportlink.platform.problem.InvalidInput;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

    @Test
    void waitIsADurationUpToTwoMinutes() {
        assertThat(WaitTime.parse(null)).isZero();
        assertThat(WaitTime.parse("PT30S")).isEqualTo(Duration.ofSeconds(30));
        assertThat(WaitTime.parse("PT2M")).isEqualTo(WaitTime.MOST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "", "PT2M0.001S", "PT-1S", "P1D", "soon"})
    void otherWaitsAreRefusedByName(String text) {
        assertThatThrownBy(() -> WaitTime.parse(text))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        wrong -> assertThat(wrong.errors().get(0).field()).isEqualTo("wait"));
    }

    @Test
    void pageHasDefaultsAndLimits() {
        assertThat(page(null, null).toPageRequest()).isEqualTo(new PageRequest(PageRequest.DEFAULT_LIMIT, null));
        assertThat(page("200", "abc").toPageRequest()).isEqualTo(new PageRequest(200, "abc"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "1.5", "ten", "", "0010", "99999999999"})
    void otherLimitsAreRefusedByName(String limit) {
        assertThatThrownBy(() -> page(limit, null).toPageRequest())
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        wrong -> assertThat(wrong.errors().get(0).field()).isEqualTo("limit"));
    }

    @Test
    void emptyAndEndlessCursorsAreRefused() {
        assertThatThrownBy(() -> page(null, "").toPageRequest()).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> page(null, "x".repeat(513)).toPageRequest()).isInstanceOf(InvalidInput.class);
    }

    private static PageParameters page(String limit, String cursor) {
        PageParameters parameters = new PageParameters();
        parameters.limit = limit;
        parameters.cursor = cursor;
        return parameters;
    }
}
