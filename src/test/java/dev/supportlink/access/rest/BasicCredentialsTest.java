package dev.supportlink.access.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BasicCredentialsTest {

    @Test
    void nameEndsAtTheFirstColon() {
        assertThat(BasicCredentials.parse("Basic " + base64("anna:pass:wörd")))
                .contains(new BasicCredentials("anna", Secret.of("pass:wörd")));
        assertThat(BasicCredentials.parse("basic  " + base64("anna:x"))).isPresent();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "Basic",
                "Basic ",
                "Basic !!!",
                "Bearer abc",
                "Basic YW5uYQ==",
                "Basic OnBhc3M=",
                "Basic /w=="
            })
    void everythingElseIsNoCredentials(String header) {
        assertThat(BasicCredentials.parse(header)).isEmpty();
    }

    @Test
    void endlessHeadersAreNotLookedAt() {
        assertThat(BasicCredentials.parse("Basic " + base64("anna:" + "x".repeat(2000))))
                .isEmpty();
    }

    @Property
    void nothingMakesItFail(@ForAll String rest) {
        assertThat(BasicCredentials.parse("Basic " + rest)).isNotNull();
    }

    @Test
    void passwordDoesNotShow() {
        assertThat(BasicCredentials.parse("Basic " + base64("anna:topsecret")).toString())
                .doesNotContain("topsecret");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
