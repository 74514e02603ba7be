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
        assertThat(isFlatterThan(3, "{\"a\":[{}],\"b\":\"[[[[\"}")).isTrue();
        assertThat(isFlatterThan(2, "{\"a\":[{}]}")).isFalse();
    }

    @Test
    void stopsEarlyInEndlessNesting() {
        assertThat(isFlatterThan(32, "[".repeat(1_000_000))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\":", "nonsense", "{} x", "{}{}", "{\"a\":01}", "{'a':1}", "[1,]"})
    void refusesWhatIsNoJson(String text) {
        assertThatThrownBy(() -> isFlatterThan(32, text)).isInstanceOf(JsonException.class);
    }

    private static boolean isFlatterThan(int most, String text) {
        return JsonText.isFlatterThan(most, text.getBytes(StandardCharsets.UTF_8));
    }
}
