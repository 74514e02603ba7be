package dev.supportlink.inbound.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supportlink.inbound.ClientTerms;
import dev.supportlink.platform.problem.FieldError;
import dev.supportlink.platform.problem.InvalidInput;
import jakarta.json.Json;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InboundClientFormTest {

    @Test
    void fieldsThatAreLeftOutKeepTheirValue() {
        assertThat(applied("{}")).isEqualTo(ClientTerms.DEFAULT);
        assertThat(applied("{\"refreshTokenRotation\": true}"))
                .isEqualTo(ClientTerms.DEFAULT.withRefreshTokenRotation(true));
    }

    @Test
    void everyFieldIsRead() {
        assertThat(applied("{\"accessTokenLifespan\": \"PT1H\", \"refreshTokenLifespan\": \"P30D\","
                        + " \"refreshTokenRotation\": true, \"clientCredentials\": true}"))
                .isEqualTo(new ClientTerms(Duration.ofHours(1), Duration.ofDays(30), true, true));
    }

    @ParameterizedTest
    @CsvSource({
        "accessTokenLifespan, PT1M",
        "accessTokenLifespan, PT24H",
        "accessTokenLifespan, P1D",
        "refreshTokenLifespan, PT30M",
        "refreshTokenLifespan, P365D",
        "refreshTokenLifespan, PT864000S",
    })
    void boundsAreIncluded(String field, String value) {
        ClientTerms terms = applied("{\"" + field + "\": \"" + value + "\"}");

        assertThat(List.of(terms.accessTokenLifespan(), terms.refreshTokenLifespan()))
                .contains(Duration.parse(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"PT59S\"",
                "\"PT24H1S\"",
                "\"PT-1H\"",
                "\"PT90.5S\"",
                "\"1800\"",
                "\"P1M\"",
                "\"\"",
                "1800",
                "null",
                "true",
                "[]",
                "{}",
                "\"PT9223372036854775807S\"",
                "\"PT99999999999999999999S\""
            })
    void otherLifespansAreNamedWithWhatWouldBeRight(String value) {
        assertThat(errors("{\"accessTokenLifespan\": " + value + "}"))
                .containsExactly(new FieldError(
                        "accessTokenLifespan",
                        "must be an ISO 8601 duration in whole seconds from PT1M to PT24H, such as PT30M or P10D"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"PT9M59S\"", "\"P365DT1S\""})
    void otherRefreshLifespansToo(String value) {
        assertThat(errors("{\"refreshTokenLifespan\": " + value + "}"))
                .containsExactly(new FieldError(
                        "refreshTokenLifespan",
                        "must be an ISO 8601 duration in whole seconds from PT10M to PT8760H, such as PT30M or P10D"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "1", "\"true\"", "{}"})
    void switchesAreTrueOrFalse(String value) {
        assertThat(errors("{\"clientCredentials\": " + value + ", \"refreshTokenRotation\": " + value + "}"))
                .containsExactly(
                        new FieldError("refreshTokenRotation", "must be true or false"),
                        new FieldError("clientCredentials", "must be true or false"));
    }

    @Test
    void refreshMustNotEndBeforeAccess() {
        assertThat(errors("{\"refreshTokenLifespan\": \"PT29M\"}"))
                .containsExactly(new FieldError(
                        "refreshTokenLifespan", "must not be shorter than accessTokenLifespan, which is PT30M"));
        assertThat(errors("{\"accessTokenLifespan\": \"PT2H\", \"refreshTokenLifespan\": \"PT1H\"}"))
                .containsExactly(new FieldError(
                        "refreshTokenLifespan", "must not be shorter than accessTokenLifespan, which is PT2H"));
    }

    @Test
    void accessMustNotOutliveAShortRefreshThatIsStored() {
        ClientTerms stored = new ClientTerms(Duration.ofMinutes(30), Duration.ofHours(1), false, false);

        assertThat(errors("{\"accessTokenLifespan\": \"PT2H\"}", stored))
                .containsExactly(new FieldError(
                        "accessTokenLifespan", "must not be longer than refreshTokenLifespan, which is PT1H"));
    }

    @Test
    void everythingWrongIsNamedAtOnce() {
        assertThat(errors("{\"clientId\": \"x\", \"userName\": null, \"lifespan\": 1, \"accessTokenLifespan\": 0,"
                        + " \"clientCredentials\": 0}"))
                .extracting(FieldError::field)
                .containsExactly("clientId", "lifespan", "userName", "accessTokenLifespan", "clientCredentials");
        assertThat(errors("{\"clientId\": \"x\"}").get(0).message())
                .isEqualTo("is made by SupportLink and never changes; those that can be set are accessTokenLifespan,"
                        + " refreshTokenLifespan, refreshTokenRotation, clientCredentials");
    }

    private static ClientTerms applied(String json) {
        return applied(json, ClientTerms.DEFAULT);
    }

    private static ClientTerms applied(String json, ClientTerms before) {
        return new InboundClientForm(Json.createReader(new StringReader(json)).readObject()).applyTo(before);
    }

    private static List<FieldError> errors(String json) {
        return errors(json, ClientTerms.DEFAULT);
    }

    private static List<FieldError> errors(String json, ClientTerms before) {
        return catchThrowableOfType(InvalidInput.class, () -> applied(json, before))
                .errors();
    }
}
