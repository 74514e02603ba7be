package dev.supportlink.setup.steps;

import static dev.supportlink.setup.steps.RestSteps.answer;
import static dev.supportlink.setup.steps.RestSteps.refused;
import static dev.supportlink.setup.steps.RestSteps.values;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.RestApplications;
import dev.supportlink.platform.problem.InvalidInput;
import dev.supportlink.setup.PlanContext;
import dev.supportlink.setup.SetupStep;
import dev.supportlink.setup.StepOutcome;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OidcProviderStepTest {

    private static final String API = "aaaaaaaa-1111-2222-3333-444444444444";

    private static RestSteps steps;
    private static SetupStep step;

    @BeforeAll
    static void start() {
        steps = new RestSteps();
        step = steps.provider;
    }

    @AfterAll
    static void stop() {
        steps.close();
    }

    @Test
    void everythingThatTheFormsAskForIsShown() {
        Connection connection = steps.connection.withRestApplications(RestApplications.NONE.withApi(API, null));
        String domain = connection.tenant().domain();

        assertThat(values(step, connection))
                .containsEntry("name", domain.split("\\.", -1)[0] + "_application_inbound_api")
                .containsEntry("clientId", API)
                .containsEntry("userClaim", "appid")
                .containsEntry("userField", "User ID")
                .containsEntry(
                        "metadataUrl", steps.entra.baseUri() + "/" + domain + "/.well-known/openid-configuration")
                .hasEntrySatisfying(
                        "links",
                        links -> assertThat(links.toString())
                                .contains(steps.instance.baseUri() + "/oauth_entity_list.do"));
        assertThat(step.instructions(new PlanContext(connection, Map.of())))
                .anyMatch(text -> text.contains("Applications: Global [today: the application picker, scope Global]"))
                .anyMatch(text -> text.contains("Configure an OIDC provider to verify ID tokens"))
                .anyMatch(text -> text.contains("oauth_admin"));
    }

    @Test
    void confirmingItIsEnough() {
        assertThat(answer(step, steps.connection, "{'configured':true}").outcome())
                .isEqualTo(StepOutcome.DONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    configured | null   | is missing        | true or false
                    configured | false  | must be true      | configure the provider
                    configured | 'yes'  | must be true      | or false
                    secret     | 'a'    | is not asked for  | configured
                    """)
    void badValuesAreNamed(String field, String value, String wrong, String right) {
        String answers = RestSteps.with("{'configured':true}", field, value);

        assertThat(refused(step, steps.connection, answers, field, wrong, right))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void withoutAnInstanceThereIsNothingToDo() {
        Connection evaluation = steps.connection.withInstance(null);

        assertThat(step.inputs(new PlanContext(evaluation, Map.of()))).isEmpty();
        assertThat(values(step, evaluation)).isEmpty();
        assertThat(answer(step, evaluation, "{}").outcome()).isEqualTo(StepOutcome.DONE);
    }
}
