package dev.supportlink.setup.steps;

import static dev.supportlink.setup.steps.RestSteps.answer;
import static dev.supportlink.setup.steps.RestSteps.refused;
import static dev.supportlink.setup.steps.RestSteps.values;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.RestApplications;
import dev.supportlink.connection.Tenant;
import dev.supportlink.platform.problem.InvalidInput;
import dev.supportlink.sandbox.entra.Application;
import dev.supportlink.secret.Secret;
import dev.supportlink.secret.SecretKind;
import dev.supportlink.secret.SecretState;
import dev.supportlink.setup.ApplicationTrial;
import dev.supportlink.setup.PlanContext;
import dev.supportlink.setup.SetupStep;
import dev.supportlink.setup.StepChange;
import dev.supportlink.setup.StepOutcome;
import dev.supportlink.setup.TokenClaims;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestUserApplicationStepTest {

    private static RestSteps steps;
    private static SetupStep step;

    private Application user;
    private String secret;
    private Connection withApi;
    private final List<String> apis = new ArrayList<>();

    @BeforeAll
    static void start() {
        steps = new RestSteps();
        step = steps.user;
    }

    @AfterAll
    static void stop() {
        steps.close();
    }

    @BeforeEach
    void register() {
        user = steps.site.remote().register("REST user");
        secret = user.addSecret("first", Duration.ofDays(90)).value();
        steps.site.api().requestedAccessTokenVersion(1).assignmentRequired(false);
        withApi = steps.connection.withRestApplications(
                RestApplications.NONE.withApi(steps.site.api().appId(), null));
        seeing(claims -> claims);
    }

    @Test
    void rightValuesAreProvenForTheApiAndKept() {
        StepChange change = answer(step, withApi, right());

        assertThat(change.outcome()).isEqualTo(StepOutcome.DONE);
        assertThat(change.kept().toString()).doesNotContain(secret);
        assertThat(change.connection().apply(withApi).restApplications())
                .isEqualTo(withApi.restApplications().withUser(user.appId()));
        assertThat(change.secrets()).singleElement().satisfies(stored -> {
            assertThat(stored.kind()).isEqualTo(SecretKind.REST_USER_CLIENT_SECRET);
            assertThat(stored.secret().reveal()).isEqualTo(secret);
            assertThat(stored.expiresAt()).isNull();
        });
        assertThat(apis).containsExactly(steps.site.api().appId());
    }

    @Test
    void beforeTheApiIsKnownATokenForItselfShowsThatTheSecretIsRight() {
        assertThat(answer(step, steps.connection, right()).outcome()).isEqualTo(StepOutcome.DONE);

        assertThat(apis).containsExactly(user.appId());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    clientId              | null                                   | is missing            | 11111111-2222-3333-4444-555555555555
                    clientId              | 'rest.user'                            | GUID                  | Application (client) ID
                    clientId              | ['a']                                  | GUID                  | Application (client) ID
                    clientId              | '11111111-2222-3333-4444-555555555555' | step entra-application | register another application
                    clientSecret          | null                                   | is missing            | value
                    clientSecret          | '11111111-2222-3333-4444-555555555555' | secret's ID           | column Value
                    clientSecret          | 'two\\nlines'                          | without line breaks   | value
                    clientSecretExpiresOn | 'soon'                                 | yyyy-MM-dd            | 2027-05-31
                    clientSecretExpiresOn | '2025-01-01'                           | must be in the future | create a new one
                    identifierUri         | 'api://a'                              | is not asked for      | clientSecret
                    """)
    void badValuesAreNamedBeforeAnybodyIsAsked(String field, String value, String wrong, String right) {
        int before = steps.entra.requests().count("POST", "/");

        assertThat(refused(step, withApi, RestSteps.with(right(), field, value), field, wrong, right))
                .isInstanceOf(InvalidInput.class);

        assertThat(steps.entra.requests().count("POST", "/")).isEqualTo(before);
    }

    @Test
    void theApiMayNotBeTheUserToo() {
        Connection same = steps.connection.withRestApplications(RestApplications.NONE.withApi(user.appId(), null));

        refused(step, same, right(), "clientId", "step rest-api-application");
    }

    @Test
    void wrongSecretIsExplainedAtThisStep() {
        String answers = RestSteps.with(right(), "clientSecret", "'wrong~secret'");

        assertThat(refused(step, withApi, answers, "clientSecret", "AADSTS7000215")
                        .extensions()
                        .toString())
                .contains("step rest-user-application");
    }

    @Test
    void apiThatRequiresAssignmentIsNamed() {
        steps.site.api().assignmentRequired(true);

        refused(step, withApi, right(), "clientId", "AADSTS501051");
    }

    @Test
    void apiOfVersionTwoIsNamed() {
        steps.site.api().requestedAccessTokenVersion(2);

        assertThat(refused(step, withApi, right(), "clientId", "appid")
                        .extensions()
                        .toString())
                .contains("requestedAccessTokenVersion");
    }

    @Test
    void tokenForAnotherAudienceIsRefused() {
        seeing(claims -> new TokenClaims(
                "1.0", List.of("api://other"), claims.tenantId(), claims.clientId(), "1", null, List.of()));

        refused(
                step,
                withApi,
                right(),
                "clientId",
                "aud is api://other instead of " + steps.site.api().appId());
    }

    @Test
    void tokenOfAnotherApplicationIsRefused() {
        seeing(claims -> new TokenClaims("1.0", claims.audience(), claims.tenantId(), "other", "1", null, List.of()));

        refused(step, withApi, right(), "clientId", "appid is other instead of " + user.appId());
    }

    @Test
    void tokenOfAnotherTenantIsRefused() {
        seeing(claims -> new TokenClaims("1.0", claims.audience(), "other", claims.clientId(), "1", null, List.of()));

        refused(step, withApi, right(), "clientId", "tid is other");
    }

    @Test
    void tokenOfAPersonOrOfAPublicClientIsRefused() {
        seeing(claims -> new TokenClaims(
                "1.0", claims.audience(), claims.tenantId(), claims.clientId(), "0", "user_impersonation", List.of()));

        refused(step, withApi, right(), "clientId", "stands for a person (scp)", "appidacr 0");
    }

    @Test
    void rolesAreNeitherNeededNorInTheWay() {
        seeing(claims -> new TokenClaims(
                "1.0", claims.audience(), claims.tenantId(), claims.clientId(), "2", null, List.of("Incidents.Write")));

        assertThat(answer(step, withApi, right()).outcome()).isEqualTo(StepOutcome.DONE);
    }

    @Test
    void anotherSecretLetsTheInstanceBeTriedAgain() {
        String origin = withApi.instance().origin();
        steps.gate.close(origin, user.appId(), RestSteps.NOW);

        StepChange change = answer(step, withApi, right());
        assertThat(steps.gate.closedSince(origin, user.appId())).isPresent();

        change.afterwards().accept(change.connection().apply(withApi));
        assertThat(steps.gate.closedSince(origin, user.appId())).isEmpty();
    }

    @Test
    void callersAreLetInOnceBothApplicationsAreProven() {
        StepChange change = answer(step, withApi, right());
        Connection after = change.connection().apply(withApi);
        StepChange.NewSecret typed = change.secrets().get(0);
        steps.vault.store(after.id(), typed.kind(), typed.target(), typed.secret(), null);
        steps.letIn.clear();

        change.afterwards().accept(after);
        assertThat(steps.letIn).as("the API is only named").isEmpty();

        steps.site.store(after, SecretKind.REST_API_CLIENT_SECRET, Secret.of("proven before"));
        change.afterwards().accept(after);
        assertThat(steps.letIn).containsExactly(after.restApplications());
        steps.vault.discard(after.id(), SecretKind.REST_API_CLIENT_SECRET, SecretState.REMOVED);
        steps.vault.discard(after.id(), SecretKind.REST_USER_CLIENT_SECRET, SecretState.REMOVED);
    }

    @Test
    void everythingThatCanBeGeneratedIsShown() {
        assertThat(values(step, withApi))
                .containsEntry("restApiClientId", steps.site.api().appId())
                .containsEntry("permissions", List.of())
                .containsKeys("name", "supportedAccountTypes", "tokenUrl", "scripts", "links");
        assertThat(step.instructions(new PlanContext(withApi, Map.of())))
                .anyMatch(text -> text.contains("[today: Microsoft Entra admin center]"))
                .anyMatch(text -> text.contains("User ID"));
    }

    /** Lets the step see a token with other claims than the real one. */
    private void seeing(UnaryOperator<TokenClaims> change) {
        ApplicationTrial real = steps.beans.get(ApplicationTrial.class);
        steps.user.proof.entra = new ApplicationTrial() {
            @Override
            public TokenClaims token(Tenant tenant, String clientId, Secret clientSecret, String api) {
                apis.add(api);
                return change.apply(real.token(tenant, clientId, clientSecret, api));
            }

            @Override
            public String shownMetadataUrl(Tenant tenant) {
                return real.shownMetadataUrl(tenant);
            }
        };
    }

    private String right() {
        return "{'clientId':'" + user.appId() + "','clientSecret':'" + secret + "'}";
    }
}
