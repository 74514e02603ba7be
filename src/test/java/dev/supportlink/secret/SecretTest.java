package dev.supportlink.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretTest {

    @Test
    void hidesItself() {
        Secret secret = Secret.of("very-secret");

        assertThat(secret).hasToString("(secret)").hasSameHashCodeAs(Secret.of("other"));
        assertThat("" + secret).doesNotContain("very");
        assertThat(secret).isEqualTo(Secret.of("very-secret")).isNotEqualTo(Secret.of("very-secreT"));
    }

    @Test
    void generatedValuesHave256BitsAndDiffer() {
        assertThat(Secret.generate().reveal()).hasSize(43).matches("[A-Za-z0-9_-]+");
        assertThat(Secret.generate()).isNotEqualTo(Secret.generate());
    }
}
