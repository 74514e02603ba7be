package dev.supportlink.outbound.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.supportlink.secret.Secret;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTokenTest {

    private final BearerToken token =
            new BearerToken("https://contoso.service-now.com", Secret.of("abc"), Instant.EPOCH.plusSeconds(60));

    @Test
    void goesToItsOrigin() {
        assertThat(token.headerFor(URI.create("https://Contoso.service-now.com/api/now")))
                .isEqualTo("Bearer abc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://fabrikam.service-now.com",
                "http://contoso.service-now.com",
                "https://contoso.service-now.com:8443",
                "https://contoso.service-now.com.evil.example"
            })
    void goesNowhereElse(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> token.headerFor(URI.create(url)))
                .withMessageNotContaining("abc");
    }

    @Test
    void hidesItself() {
        assertThat(token.toString()).doesNotContain("abc");
    }

    @Test
    void isUsableUntilItsTime() {
        assertThat(token.usableAt(Instant.EPOCH.plusSeconds(59))).isTrue();
        assertThat(token.usableAt(Instant.EPOCH.plusSeconds(60))).isFalse();
    }
}
