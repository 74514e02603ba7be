package dev.supportlink.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.testing.TestSettings;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerSettingsTest {

    @Test
    void loopbackNeedsNoPublicUrl() {
        ServerSettings server = settings(Map.of("supportlink.http.port", "9999"));

        assertThat(server.problemsTogether()).isEmpty();
        assertThat(server.publicUrl()).isEqualTo(URI.create("http://localhost:9999"));
        assertThat(server.link("/admin/v1/users/1")).hasToString("http://localhost:9999/admin/v1/users/1");
    }

    @Test
    void remoteNeedsAPublicUrl() {
        assertThat(settings(Map.of("supportlink.http.allow-remote", "true")).problemsTogether())
                .singleElement()
                .asString()
                .contains("supportlink.public-url", "supportlink.http.allow-remote");
    }

    @Test
    void plainHttpIsForLoopbackOnly() {
        assertThat(settings(Map.of("supportlink.public-url", "http://support.example.com"))
                        .problemsTogether())
                .singleElement()
                .asString()
                .contains("https");
        assertThat(settings(Map.of("supportlink.public-url", "https://support.example.com"))
                        .problemsTogether())
                .isEmpty();
        assertThat(settings(Map.of("supportlink.public-url", "http://127.0.0.1:9080"))
                        .problemsTogether())
                .isEmpty();
    }

    @Test
    void sandboxStaysOnLoopback() {
        assertThat(settings(Map.of(
                                "supportlink.sandbox", "true",
                                "supportlink.http.allow-remote", "true",
                                "supportlink.public-url", "https://support.example.com"))
                        .problemsTogether())
                .singleElement()
                .asString()
                .contains("supportlink.sandbox");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "support.example.com",
                "ftp://support.example.com",
                "https://support.example.com/path",
                "https://user@support.example.com",
                "https://support.example.com?x",
                "https:///nohost",
                "not a url"
            })
    void publicUrlIsSchemeHostAndPort(String url) {
        assertThat(TestSettings.of(Map.of("supportlink.public-url", url)).problem(ServerSettings.PUBLIC_URL))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "127.9.9.9", "::1", "[::1]"})
    void loopbackHosts(String host) {
        assertThat(Loopback.isLoopback(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost.example.com", "127.0.0.1.example.com", "128.0.0.1", "0.0.0.0", "example.com"})
    void otherHosts(String host) {
        assertThat(Loopback.isLoopback(host)).isFalse();
    }

    private static ServerSettings settings(Map<String, String> values) {
        ServerSettings server = new ServerSettings();
        server.settings = TestSettings.of(values);
        return server;
    }
}
