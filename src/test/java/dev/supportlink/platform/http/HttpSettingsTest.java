package dev.supportlink.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.testing.TestSettings;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "127.0.0.1", "127.0.0.1, ::1", "10.0.0.0/8,fd00::/8,"})
    void proxiesAreNamedByAddressOrRange(String proxies) {
        assertThat(problem(proxies)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0/0", "10.0.0.0/8,::/0", "128.0.0.0/1", "10.0.0.1/8", "proxy.example.com", "any"})
    void otherTextAndTheWholeInternetAreRefused(String proxies) {
        assertThat(problem(proxies)).contains("supportlink.http.trusted-proxies must be");
    }

    private static String problem(String proxies) {
        return TestSettings.of(Map.of("supportlink.http.trusted-proxies", proxies))
                .problem(HttpSettings.TRUSTED_PROXIES)
                .orElse("");
    }
}
