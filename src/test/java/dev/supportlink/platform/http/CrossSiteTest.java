package dev.supportlink.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossSiteTest {

    private static final int LOCAL_PORT = 9443;

    @ParameterizedTest
    @CsvSource({
        "https://support.example.com, https://support.example.com",
        "https://Support.Example.COM, https://support.example.com",
        "https://support.example.com:443, https://support.example.com",
        "https://support.example.com, https://support.example.com/",
        "http://localhost:9080, http://localhost:9080",
        "http://127.0.0.1:9080, http://localhost:9080",
        "http://[::1]:9080, http://localhost:9080",
        "https://localhost:9443, http://localhost:9080",
    })
    void ownOrigins(String origin, String publicUrl) {
        assertThat(CrossSite.sameOrigin(origin, URI.create(publicUrl), LOCAL_PORT))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example, https://support.example.com",
        "http://support.example.com, https://support.example.com",
        "https://support.example.com:8443, https://support.example.com",
        "https://support.example.com.evil.example, https://support.example.com",
        "https://support.example.com@evil.example, https://support.example.com",
        "null, https://support.example.com",
        "'', https://support.example.com",
        "not a url, https://support.example.com",
        "http://localhost:3000, http://localhost:9080",
        "http://evil.example:9080, http://localhost:9080",
        "http://127.0.0.1.evil.example:9080, http://localhost:9080",
    })
    void otherOrigins(String origin, String publicUrl) {
        assertThat(CrossSite.sameOrigin(origin, URI.create(publicUrl), LOCAL_PORT))
                .isFalse();
    }
}
