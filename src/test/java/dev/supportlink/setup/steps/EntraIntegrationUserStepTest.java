package dev.supportlink.setup.steps;

import static dev.supportlink.setup.steps.RestSteps.answer;
import static dev.supportlink.setup.steps.RestSteps.refused;
import static dev.supportlink.setup.steps.RestSteps.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Instance;
import dev.supportlink.connection.InstanceCredentialChanged;
import dev.supportlink.connection.RestApplications;
import dev.supportlink.platform.problem.InvalidInput;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.sandbox.http.Fault;
import dev.supportlink.secret.Secret;
import dev.supportlink.secret.SecretKind;
import dev.supportlink.setup.PlanContext;
import dev.supportlink.setup.SetupStep;
import dev.supportlink.setup.StepBlocked;
import dev.supportlink.setup.StepChange;
import dev.supportlink.setup.StepOutcome;
import dev.supportlink.testing.RecordedEvents;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntraIntegrationUserStepTest {

    private final RestSteps steps = new RestSteps();
    private final SetupStep step = steps.account;
    private final RecordedEvents<InstanceCredentialChanged> told = new RecordedEvents<>();
    private Connection connection;

    @BeforeEach
    void enterApplications() {
        connection = steps.connection
                .withInstance(new Instance(steps.instance.baseUri()))
                .withRestApplications(new RestApplications(
                        steps.site.api().appId(), null, steps.site.user().appId()));
        steps.site.store(connection, SecretKind.REST_USER_CLIENT_SECRET, steps.site.userSecret());
        steps.account.credentialChanged = told;
    }

    @AfterEach
    void stop() {
        steps.close();
    }

    @Test
    void realSignInProvesTheUser() {
        StepChange change = answer(step, connection, "{'userIsNew':true}");

        assertThat(change.outcome()).isEqualTo(StepOutcome.DONE);
        assertThat(change.secrets()).isEmpty();
        Connection after = change.connection().apply(connection);
        assertThat(after.instance())
                .isEqualTo(new Instance(
                        steps.instance.baseUri(),
                        steps.site.api().appId(),
                        steps.site.user().appId(),
                        true));
        assertThat(steps.site.reads()).isEqualTo(1);

        change.afterwards().accept(after);
        assertThat(told.fired()).containsExactly(new InstanceCredentialChanged(connection.id()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    userIsNew | null   | is missing       | true or false
                    userIsNew | 'yes'  | must be true     | or false
                    userIsNew | 1      | must be true     | or false
                    password  | 'a'    | is not asked for | userIsNew
                    userName  | 'a'    | is not asked for | userIsNew
                    """)
    void badValuesAreNamedBeforeAnybodyIsAsked(String field, String value, String wrong, String right) {
        String answers = RestSteps.with("{'userIsNew':true}", field, value);

        assertThat(refused(step, connection, answers, field, wrong, right)).isInstanceOf(InvalidInput.class);

        assertThat(steps.site.reads()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"user_claim,sub", "user_field,email", "oidc_config_url,http://localhost:1/none"})
    void providerThatDoesNotFitIsExplained(String column, String value) {
        steps.site.provider(column, value);

        assertThat(refused(step, connection, "{'userIsNew':true}", "userId", "does not take the token")
                        .extensions()
                        .toString())
                .contains("servicenow-admin", "User Claim appid", "Application Registry");
        assertThat(steps.site.reads()).isEqualTo(1);
        assertThat(steps.gate.closedSince(
                        connection.instance().origin(), steps.site.user().appId()))
                .as("a typed answer closes no gate")
                .isEmpty();
    }

    @Test
    void inactiveUserIsExplained() {
        steps.site.account().active(false);

        refused(step, connection, "{'userIsNew':true}", "userId", "integration user does not fit");
    }

    @Test
    void expiredSecretIsAboutTheRestUserApplication() {
        steps.site.store(connection, SecretKind.REST_USER_CLIENT_SECRET, Secret.of("no longer right"));

        assertThat(refused(step, connection, "{'userIsNew':true}", "userId", "AADSTS7000215")
                        .extensions()
                        .toString())
                .contains("entra-admin", "step rest-user-application");
    }

    @Test
    void unreachableInstanceIsNoRefusal() {
        steps.instance.faults().on("GET", "/", 10, Fault.status(503));

        assertThatThrownBy(() -> answer(step, connection, "{'userIsNew':true}"))
                .isInstanceOfSatisfying(
                        UpstreamException.class,
                        failure -> assertThat(failure.kind().passing()).isTrue());
    }

    @Test
    void withoutTheApplicationsItIsBlocked() {
        assertThatThrownBy(() -> answer(step, steps.connection, "{'userIsNew':true}"))
                .isInstanceOf(StepBlocked.class)
                .hasMessageContaining("rest-user-application");
    }

    @Test
    void everythingThatTheFormAsksForIsShown() {
        assertThat(values(step, connection))
                .containsEntry("userId", steps.site.user().appId())
                .containsEntry("role", "incident_manager")
                .containsEntry("webServiceAccessOnly", true);
        assertThat(step.instructions(new PlanContext(connection, Map.of())))
                .anyMatch(text -> text.contains("Organization > Users [today: User Administration > Users]"))
                .anyMatch(text -> text.contains("user_admin"));
    }

    @Test
    void withoutAnInstanceThereIsNothingToDo() {
        Connection evaluation = connection.withInstance(null);

        assertThat(step.inputs(new PlanContext(evaluation, Map.of()))).isEmpty();
        assertThat(answer(step, evaluation, "{}").outcome()).isEqualTo(StepOutcome.DONE);
    }
}
