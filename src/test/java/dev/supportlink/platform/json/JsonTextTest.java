package dev.supportlink.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    @Test
    void countsTheDeepestNesting() {
        assertThat(isModest(3, "{\"a\":[{}],\"b\":\"[[[[\"}")).isTrue();
        assertThat(isModest(2, "{\"a\":[{}]}")).isFalse();
    }

    @Test
    void stopsEarlyInEndlessNesting() {
        assertThat(isModest(32, "[".repeat(1_000_000))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\":", "nonsense", "{} x", "{}{}", "{\"a\":01}", "{'a':1}", "[1,]"})
    void refusesWhatIsNoJson(String text) {
        assertThatThrownBy(() -> isModest(32, text)).isInstanceOf(JsonException.class);
    }

    @Test
    void refusesOverlongNumbers() {
        assertThat(isModest(3, "{\"a\":" + "1".repeat(100) + "}")).isTrue();
        assertThat(isModest(3, "{\"a\":" + "1".repeat(101) + "}")).isFalse();
        assertThat(isModest(3, "{\"a\":\"" + "1".repeat(101) + "\"}")).isTrue();
    }

    private static boolean isModest(int most, String text) {
        return JsonText.isModest(most, text.getBytes(StandardCharsets.UTF_8));
    }
}
