package dev.supportlink.setup.steps;

import static dev.supportlink.testing.SetupPath.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supportlink.connection.Connection;
import dev.supportlink.platform.problem.InvalidInput;
import dev.supportlink.setup.Answers;
import dev.supportlink.setup.PlanContext;
import dev.supportlink.setup.StepId;
import dev.supportlink.setup.StepOutcome;
import dev.supportlink.setup.StepRecord;
import dev.supportlink.testing.Connections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectUrlTest {

    private static final Connection CONNECTION = Connections.basic();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://contoso.service-now.com/oauth_redirect.do",
                "https://Contoso.Service-Now.com/oauth_redirect.do",
                "https://contoso.service-now.com/auth_redirect.do"
            })
    void takesBothUrlsOfTheGuide(String url) {
        assertThatCode(() -> read(CONNECTION, url)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "http://contoso.service-now.com/oauth_redirect.do, is not an address that begins with https://",
        "contoso.service-now.com/oauth_redirect.do, is not an address that begins with https://",
        "https://other.service-now.com/oauth_redirect.do, is not a callback of this connection's instance",
        "https://contoso.service-now.com/Oauth_redirect.do, is not a callback of this connection's instance",
        "https://contoso.service-now.com/oauth_redirect.do?x=1, is not a callback of this connection's instance",
        "https://contoso.service-now.com, is not a callback of this connection's instance",
    })
    void refusesEveryOtherAndShowsTheRightOne(String url, String part) {
        InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> read(CONNECTION, url));

        assertThat(refused.errors()).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo("redirectUrl");
            assertThat(error.message())
                    .contains(part)
                    .endsWith("it must be https://contoso.service-now.com/oauth_redirect.do");
        });
    }

    @Test
    void theSecondUrlIsWarnedOfWithTheReason() {
        assertThat(warnings("https://contoso.service-now.com/auth_redirect.do"))
                .singleElement()
                .asString()
                .contains("AADSTS50011", "https://contoso.service-now.com/oauth_redirect.do");
        assertThat(warnings("https://contoso.service-now.com/oauth_redirect.do"))
                .isEmpty();
        assertThat(warnings("")).isEmpty();
    }

    @Test
    void withoutAnInstanceItIsNotAskedFor() {
        assertThat(RedirectUrl.inputs(Connections.withoutInstance())).isEmpty();
        assertThat(RedirectUrl.inputs(CONNECTION)).hasSize(1);
        assertThat(catchThrowableOfType(
                                InvalidInput.class,
                                () -> read(
                                        Connections.withoutInstance(),
                                        "https://contoso.service-now.com/oauth_redirect.do"))
                        .errors())
                .extracting("field")
                .containsExactly("redirectUrl");
    }

    private static void read(Connection connection, String url) {
        Answers answers = new Answers(json("{'redirectUrl':'" + url + "'}"));
        RedirectUrl.read(answers, connection);
        answers.finish();
    }

    private static List<String> warnings(String url) {
        StepId step = StepId.ENTRA_APPLICATION;
        StepRecord record = new StepRecord(
                step, 1, StepOutcome.DONE, json("{'redirectUrl':'" + url + "'}"), List.of(), null, null, null);
        return RedirectUrl.warnings(new PlanContext(CONNECTION, Map.of(step, record)), step);
    }
}
