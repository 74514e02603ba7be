package dev.supportlink.setup.steps;

import static dev.supportlink.setup.steps.RestSteps.answer;
import static dev.supportlink.setup.steps.RestSteps.refused;
import static dev.supportlink.setup.steps.RestSteps.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportlink.connection.AdminRole;
import dev.supportlink.connection.Connection;
import dev.supportlink.connection.RestApplications;
import dev.supportlink.platform.problem.InvalidInput;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.sandbox.entra.Application;
import dev.supportlink.sandbox.http.Fault;
import dev.supportlink.secret.SecretKind;
import dev.supportlink.setup.RefusedOutside;
import dev.supportlink.setup.SetupStep;
import dev.supportlink.setup.StepChange;
import dev.supportlink.setup.StepOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestApiApplicationStepTest {

    private static RestSteps steps;
    private static SetupStep step;

    private Application api;
    private String secret;

    @BeforeAll
    static void start() {
        steps = new RestSteps();
        step = steps.api;
    }

    @AfterAll
    static void stop() {
        steps.close();
    }

    @BeforeEach
    void register() {
        api = steps.site.remote().register("REST API");
        api.identifierUris(List.of("api://" + api.appId()));
        secret = api.addSecret("first", Duration.ofDays(90)).value();
        steps.entra.faults().clear();
    }

    @Test
    void rightValuesAreProvenAndKept() {
        StepChange change = answer(
                step,
                steps.connection,
                right(api.appId().toUpperCase(Locale.ROOT), secret)
                        .replace("}", ",'clientSecretExpiresOn':'2027-05-31'}"));

        assertThat(change.outcome()).isEqualTo(StepOutcome.DONE);
        assertThat(change.kept().toString()).doesNotContain(secret);
        assertThat(change.connection().apply(steps.connection).restApplications())
                .isEqualTo(new RestApplications(api.appId(), "api://" + api.appId(), null));
        assertThat(change.secrets()).singleElement().satisfies(stored -> {
            assertThat(stored.kind()).isEqualTo(SecretKind.REST_API_CLIENT_SECRET);
            assertThat(stored.secret().reveal()).isEqualTo(secret);
            assertThat(stored.target())
                    .isEqualTo(steps.entra.baseUri() + "|"
                            + steps.connection.tenant().id());
            assertThat(stored.expiresAt()).isEqualTo(Instant.parse("2027-05-31T00:00:00Z"));
        });
    }

    @Test
    void anotherApplicationIdUriIsProvenAndKept() {
        api.identifierUris(List.of("https://contoso.example/desk"));

        StepChange change = answer(step, steps.connection, with("identifierUri", "'https://contoso.example/desk'"));

        assertThat(change.connection()
                        .apply(steps.connection)
                        .restApplications()
                        .identifierUri())
                .isEqualTo("https://contoso.example/desk");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    clientId              | null                                   | is missing          | 11111111-2222-3333-4444-555555555555
                    clientId              | ''                                     | is missing          | GUID
                    clientId              | 7                                      | GUID                | 11111111-2222-3333-4444-555555555555
                    clientId              | 'SupportLink REST API'                 | GUID                | Application (client) ID
                    clientId              | '11111111222233334444555555555555'     | GUID                | Application (client) ID
                    clientId              | '{11111111-2222-3333-4444-555555555555}' | GUID              | Application (client) ID
                    clientId              | '11111111-2222-3333-4444-555555555555' | step entra-application | register another application
                    clientSecret          | null                                   | is missing          | value
                    clientSecret          | ''                                     | value               | without line breaks
                    clientSecret          | '11111111-2222-3333-4444-555555555555' | secret's ID         | column Value
                    clientSecret          | ' padded'                              | without line breaks | 1000 characters
                    clientSecret          | 'two\\nlines'                          | without line breaks | value
                    clientSecret          | true                                   | value               | right after creation
                    clientSecretExpiresOn | '31.05.2027'                           | yyyy-MM-dd          | 2027-05-31
                    clientSecretExpiresOn | '2026-11-24'                           | must be in the future | create a new one
                    clientSecretExpiresOn | 20270531                               | yyyy-MM-dd          | 2027-05-31
                    identifierUri         | 'supportlink'                          | Application ID URI  | api://
                    identifierUri         | 'api://'                               | Application ID URI  | api://
                    identifierUri         | 'http://contoso.example/desk'          | Application ID URI  | api://
                    identifierUri         | 'https://user:password@contoso.example' | Application ID URI | api://
                    identifierUri         | 'api://a b'                            | Application ID URI  | api://
                    identifierUri         | ['api://a']                            | Application ID URI  | api://
                    tenant                | 'contoso'                              | is not asked for    | clientId
                    """)
    void badValuesAreNamedBeforeAnybodyIsAsked(String field, String value, String wrong, String right) {
        int before = steps.entra.requests().count("POST", "/");

        assertThat(refused(step, steps.connection, with(field, value), field, wrong, right))
                .isInstanceOf(InvalidInput.class);

        assertThat(steps.entra.requests().count("POST", "/")).isEqualTo(before);
    }

    @Test
    void longUriIsRefused() {
        refused(
                step,
                steps.connection,
                with("identifierUri", "'api://" + "a".repeat(250) + "'"),
                "identifierUri",
                "255");
    }

    @Test
    void wrongSecretIsExplainedAtThisStep() {
        RefusedOutside refusal = (RefusedOutside)
                refused(step, steps.connection, right(api.appId(), "wrong~secret"), "clientSecret", "AADSTS7000215");

        assertThat(remedy(refusal))
                .containsEntry("adminRole", AdminRole.ENTRA_ADMIN.word())
                .hasEntrySatisfying(
                        "text",
                        text -> assertThat(text.toString())
                                .contains("step rest-api-application")
                                .doesNotContain("entra-application", "outbound-provider"));
    }

    @Test
    void unknownApplicationIsAboutTheClientId() {
        refused(step, steps.connection, right("99999999-2222-3333-4444-555555555555", secret), "clientId", "700016");
    }

    @Test
    void applicationWithoutEnterpriseApplicationIsAboutTheClientId() {
        api.principal(Application.Principal.MISSING);

        refused(step, steps.connection, right(api.appId(), secret), "clientId", "AADSTS7000229");
    }

    @Test
    void uriThatTheTenantDoesNotKnowIsAboutTheUri() {
        refused(step, steps.connection, with("identifierUri", "'api://nobody'"), "identifierUri", "AADSTS500011");
    }

    @Test
    void versionTwoIsRefusedWithTheManifestsField() {
        api.requestedAccessTokenVersion(2);

        RefusedOutside refusal =
                (RefusedOutside) refused(step, steps.connection, right(api.appId(), secret), "clientId", "appid");

        assertThat(remedy(refusal).get("text").toString()).contains("Manifest", "requestedAccessTokenVersion");
    }

    @Test
    void knownRestUserShowsWhetherTheApiGivesItTokens() {
        Connection known = steps.connection.withRestApplications(
                RestApplications.NONE.withUser(steps.site.user().appId()));
        steps.site.store(known, SecretKind.REST_USER_CLIENT_SECRET, steps.site.userSecret());
        api.assignmentRequired(true);

        refused(step, known, right(api.appId(), secret), "clientId", "AADSTS501051");

        api.assignmentRequired(false);
        assertThat(answer(step, known, right(api.appId(), secret)).outcome()).isEqualTo(StepOutcome.DONE);
    }

    @Test
    void brokenRestUserDoesNotStandInTheWay() {
        Connection known = steps.connection.withRestApplications(
                RestApplications.NONE.withUser(steps.site.user().appId()));
        steps.site.store(
                known, SecretKind.REST_USER_CLIENT_SECRET, dev.supportlink.secret.Secret.of("no longer right"));

        assertThat(answer(step, known, right(api.appId(), secret)).outcome()).isEqualTo(StepOutcome.DONE);
    }

    @Test
    void restUserMayNotBeTheApiToo() {
        Connection known = steps.connection.withRestApplications(RestApplications.NONE.withUser(api.appId()));

        refused(step, known, right(api.appId(), secret), "clientId", "step rest-user-application");
    }

    @Test
    void fasterAdminWins() {
        StepChange change = answer(step, steps.connection, right(api.appId(), secret));
        Connection meanwhile = steps.connection.withRestApplications(RestApplications.NONE.withUser(api.appId()));

        assertThatThrownBy(() -> change.connection().apply(meanwhile))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("step rest-user-application");
    }

    @Test
    void unreachableEntraIsNoRefusal() {
        steps.entra.faults().on("POST", "/", 10, Fault.status(503));

        assertThatThrownBy(() -> answer(step, steps.connection, right(api.appId(), secret)))
                .isInstanceOfSatisfying(
                        UpstreamException.class,
                        failure -> assertThat(failure.kind().passing()).isTrue());
    }

    @Test
    void everythingThatCanBeGeneratedIsShown() {
        Connection known =
                steps.connection.withRestApplications(RestApplications.NONE.withApi(api.appId(), "api://desk"));

        assertThat(values(step, known))
                .containsEntry("clientId", api.appId())
                .containsEntry("supportedAccountTypes", "Accounts in this organizational directory only")
                .containsEntry("requestedAccessTokenVersion", 1)
                .containsEntry(
                        "tokenUrl", steps.entra.baseUri() + "/" + known.tenant().domain() + "/oauth2/token")
                .hasEntrySatisfying(
                        "exposeAnApi", api -> assertThat(api.toString()).contains("api://desk"))
                .containsKeys("name", "scripts", "links");
        assertThat(step.instructions(new dev.supportlink.setup.PlanContext(known, Map.of())))
                .anyMatch(text -> text.contains("[today: Microsoft Entra admin center]"))
                .anyMatch(text -> text.contains("Application Administrator"))
                .anyMatch(text -> text.contains("Expose an API"));
    }

    private String with(String field, String value) {
        return RestSteps.with(right(api.appId(), secret), field, value);
    }

    private static String right(String clientId, String secret) {
        return "{'clientId':'" + clientId + "','clientSecret':'" + secret + "'}";
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> remedy(RefusedOutside refusal) {
        return (Map<String, Object>) refusal.extensions().get("remedy");
    }
}
