package dev.supportlink.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.platform.config.ServerSettings;
import dev.supportlink.testing.TestSettings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CookiesTest {

    @Test
    void publishedByHttpsNoOtherHostCanPlantOne() {
        assertThat(cookies("https://support.example.com").keep("name", "value", Duration.ofHours(1)))
                .isEqualTo("__Host-name=value; Path=/; Max-Age=3600; HttpOnly; SameSite=Strict; Secure");
    }

    @Test
    void onLoopbackItWorksWithoutTls() {
        assertThat(cookies("http://localhost:9080").keep("name", "value", Duration.ofHours(1)))
                .isEqualTo("name=value; Path=/; Max-Age=3600; HttpOnly; SameSite=Strict");
    }

    @Test
    void forgottenOneIsEmptyAndOver() {
        assertThat(cookies("http://localhost:9080").forget("name"))
                .isEqualTo("name=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict");
        assertThat(cookies("http://localhost:9080").keep("name", "value", Duration.ofSeconds(-5)))
                .contains("Max-Age=0;");
    }

    private static Cookies cookies(String publicUrl) {
        Cookies cookies = new Cookies();
        cookies.server = ServerSettings.over(TestSettings.of(Map.of("supportlink.public-url", publicUrl)));
        return cookies;
    }
}
