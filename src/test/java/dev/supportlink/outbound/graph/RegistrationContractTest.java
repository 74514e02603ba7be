package dev.supportlink.outbound.graph;

import static dev.supportlink.outbound.testing.Failures.codeOf;
import static dev.supportlink.outbound.testing.Failures.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.connection.Cloud;
import dev.supportlink.outbound.testing.OutboundBeans;
import dev.supportlink.outbound.testing.RecordingPauser;
import dev.supportlink.outbound.testing.TenantSite;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.text.Ids;
import dev.supportlink.sandbox.entra.Application;
import dev.supportlink.sandbox.entra.ClientSecret;
import dev.supportlink.sandbox.entra.EntraSimulator;
import dev.supportlink.sandbox.entra.Person;
import dev.supportlink.sandbox.graph.GraphSimulator;
import dev.supportlink.sandbox.http.Answer;
import dev.supportlink.sandbox.http.Fault;
import dev.supportlink.sandbox.http.JsonTexts;
import dev.supportlink.secret.Secret;
import dev.supportlink.setup.ApplicationRegistrar;
import dev.supportlink.setup.ApplicationRegistrar.MadeSecret;
import dev.supportlink.setup.ApplicationRegistrar.Registered;
import dev.supportlink.setup.OutboundTrial;
import dev.supportlink.setup.script.EntraRegistration;
import dev.supportlink.setup.script.GraphPermission;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Registrations made with an administrator's token at the simulated Graph. */
class RegistrationContractTest {

    private static final String REDIRECT = "https://contoso.service-now.com/oauth_redirect.do";
    private static final Person ADMIN =
            new Person("0f0e0d0c-0000-0000-0000-000000000001", "admin", "Application.ReadWrite.All");

    private static EntraSimulator entra;
    private static GraphSimulator simulator;
    private static OutboundBeans beans;

    private TenantSite site;
    private EntraRegistration wanted;
    private Secret token;

    @BeforeAll
    static void start() {
        entra = EntraSimulator.start(Clock.systemUTC());
        simulator = GraphSimulator.start(entra, Clock.systemUTC());
        beans = OutboundBeans.start(Map.of(
                "supportlink.cloud.global.login-url", entra.baseUri().toString(),
                "supportlink.cloud.global.graph-url", simulator.baseUri().toString(),
                "supportlink.outbound.circuit-breaker.calls", "1000"));
    }

    @AfterAll
    static void stop() {
        beans.close();
        simulator.close();
        entra.close();
    }

    @BeforeEach
    void freshTenant() {
        simulator.faults().clear();
        entra.faults().clear();
        entra.behaviour().newSecretsWorkAfter(Duration.ZERO, Duration.ZERO).refusalWhilePropagating(0.7);
        site = new TenantSite(entra, beans);
        wanted = new EntraRegistration(
                "SupportLink " + Ids.next(),
                Cloud.GLOBAL,
                site.remote().id(),
                simulator.baseUri(),
                REDIRECT,
                List.of(GraphPermission.values()),
                false);
        token = token(ADMIN);
        simulator.requests().clear();
        beans.get(RecordingPauser.class).clear();
    }

    @Test
    void registrationIsMadeAsTheGuideSays() {
        Registered registered = registrar().register(wanted, null, token);

        Application made = made();
        assertThat(registered.clientId()).isEqualTo(made.appId());
        assertThat(registered.objectId()).isEqualTo(made.objectId());
        assertThat(made.signInAudience()).isEqualTo("AzureADMyOrg");
        assertThat(made.redirectUris()).containsExactly(REDIRECT);
        for (GraphPermission permission : GraphPermission.values()) {
            assertThat(made.requiredResourceAccess()).contains(permission.id());
        }
        assertThat(made.principal()).isEqualTo(Application.Principal.ENABLED);
        assertThat(made.owners()).contains(made.principalId());
        assertThat(made.secrets()).isEmpty();
    }

    @Test
    void secondTimeNothingIsMade() {
        Registered first = registrar().register(wanted, null, token);
        simulator.requests().clear();

        assertThat(registrar().register(wanted, null, token)).isEqualTo(first);

        assertThat(simulator.requests().all())
                .allMatch(request -> request.method().equals("GET"));
    }

    @Test
    void whatSomebodyAddedStays() {
        registrar().register(wanted, null, token);
        made().signInAudience("AzureADMultipleOrgs")
                .redirectUris(List.of("https://mine"))
                .requiredResourceAccess(
                        "[{\"resourceAppId\":\"other\",\"resourceAccess\":[{\"id\":\"o\",\"type\":\"Scope\"}]},"
                                + "{\"resourceAppId\":\"" + GraphPermission.GRAPH
                                + "\",\"resourceAccess\":[{\"id\":\"mine\",\"type\":\"Role\"}]}]");

        registrar().register(wanted, null, token);

        assertThat(made().signInAudience()).isEqualTo("AzureADMyOrg");
        assertThat(made().redirectUris()).containsExactly("https://mine", REDIRECT);
        assertThat(made().requiredResourceAccess())
                .contains("\"other\"", "\"mine\"", GraphPermission.ORGANIZATION_READ.id());
    }

    @Test
    void registrationIsFoundByItsClientId() {
        Application existing = site.remote().register("Made by hand");

        Registered registered = registrar().register(wanted, existing.appId(), token);

        assertThat(registered.objectId()).isEqualTo(existing.objectId());
        assertThat(existing.redirectUris()).containsExactly(REDIRECT);
        assertThat(existing.displayName()).isEqualTo("Made by hand");
    }

    @Test
    void clientIdThatNobodyHasIsRefused() {
        String unknown = "11111111-2222-3333-4444-555555555555";
        assertThat(codeOf(() -> registrar().register(wanted, unknown, token))).isEqualTo("aadsts-700016");
    }

    @Test
    void severalOfTheNameAreLeftToThePerson() {
        site.remote().register(wanted.name());
        site.remote().register(wanted.name());

        assertThat(codeOf(() -> registrar().register(wanted, null, token))).isEqualTo("graph-several-registrations");
    }

    @Test
    void tokenOfAnotherTenantIsSentNowhere() {
        TenantSite other = new TenantSite(entra, beans);
        Secret foreign = Secret.of(entra.personsToken(
                other.remote(), other.application(), simulator.baseUri().toString(), ADMIN));

        assertThat(codeOf(() -> registrar().register(wanted, null, foreign))).isEqualTo("graph-token-other-tenant");
        assertThat(simulator.requests().all()).isEmpty();
    }

    @Test
    void tokenForAnotherApiIsSentNowhere() {
        Application api = site.remote().register("api");
        Secret other = Secret.of(entra.personsToken(site.remote(), site.application(), api.appId(), ADMIN));

        assertThat(codeOf(() -> registrar().register(wanted, null, other))).isEqualTo("graph-token-other-audience");
        assertThat(simulator.requests().all()).isEmpty();
    }

    @Test
    void expiredTokenIsSentNowhere() {
        entra.behaviour().tokensLive(Duration.ofMinutes(-5), Duration.ofMinutes(-5));
        Secret expired = token(ADMIN);
        entra.behaviour().tokensLive(Duration.ofMinutes(60), Duration.ofMinutes(90));

        assertThat(codeOf(() -> registrar().register(wanted, null, expired))).isEqualTo("graph-token-expired");
        assertThat(simulator.requests().all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "eyJhbGciOiJub25lIn0..", "Bearer abc"})
    void textThatIsNoTokenIsSentNowhere(String text) {
        assertThat(codeOf(() -> registrar().register(wanted, null, Secret.of(text))))
                .isEqualTo("graph-token-unreadable");
        assertThat(simulator.requests().all()).isEmpty();
    }

    @Test
    void personWhoMayNotIsTold() {
        Secret reader = token(new Person(ADMIN.objectId(), "reader", "Application.Read.All"));

        assertThat(codeOf(() -> registrar().register(wanted, null, reader))).isEqualTo("graph-token-not-allowed");
        assertThat(named()).isEmpty();
    }

    @Test
    void lostAnswerLeavesNothingTwice() {
        simulator.faults().on("POST", "/v1.0/applications", 1, Fault.lostAnswer());
        UpstreamException failure = failureOf(() -> registrar().register(wanted, null, token));
        assertThat(failure.kind().passing()).isTrue();

        registrar().register(wanted, null, token);

        assertThat(named()).hasSize(1);
    }

    @Test
    void newApplicationThatIsNotKnownEverywhereIsWaitedFor() {
        Answer notYet = Answer.json(
                400,
                JsonTexts.readObject("{\"error\":{\"code\":\"Request_BadRequest\",\"message\":\"not yet\"}}")
                        .orElseThrow());
        simulator.faults().on("POST", "/v1.0/servicePrincipals", 3, Fault.answer(notYet));

        registrar().register(wanted, null, token);

        assertThat(made().principal()).isEqualTo(Application.Principal.ENABLED);
        assertThat(beans.get(RecordingPauser.class).pauses()).hasSize(3);
    }

    @Test
    void patienceEnds() {
        simulator.faults().on("POST", "/v1.0/servicePrincipals", 1000, Fault.status(404));

        assertThat(failureOf(() -> registrar().register(wanted, null, token)).kind())
                .isEqualTo(UpstreamException.Kind.NOT_FOUND);
        assertThat(beans.get(RecordingPauser.class).pauses()).hasSizeLessThan(12);
    }

    @Test
    void madeSecretSignsInAndEndsInHalfAYear() {
        Registered application = registrar().register(wanted, null, token);

        MadeSecret made = registrar().makeSecret(site.tenant(), application, "ours", token);

        beans.get(OutboundTrial.class).signIn(site.tenant(), application.clientId(), made.value());
        ClientSecret kept = made().secrets().get(0);
        assertThat(kept.displayName()).isEqualTo("ours");
        assertThat(kept.endsAt()).isEqualTo(made.expiresAt());
        assertThat(Duration.between(Clock.systemUTC().instant(), made.expiresAt()))
                .isBetween(Duration.ofDays(179), Duration.ofDays(180));
    }

    @Test
    void orphansOfEarlierAttemptsAreRemovedAndOthersStay() {
        Registered application = registrar().register(wanted, null, token);
        made().addSecret("ours", Duration.ofDays(30));
        made().addSecret("by hand", Duration.ofDays(30));

        registrar().makeSecret(site.tenant(), application, "ours", token);

        assertThat(made().secrets()).extracting(ClientSecret::displayName).containsExactlyInAnyOrder("ours", "by hand");
    }

    @Test
    void secretThatIsNotTakenInTimeIsRemovedAgain() {
        Registered application = registrar().register(wanted, null, token);
        entra.behaviour()
                .newSecretsWorkAfter(Duration.ofHours(1), Duration.ofHours(1))
                .refusalWhilePropagating(1);

        UpstreamException failure = failureOf(() -> registrar().makeSecret(site.tenant(), application, "ours", token));

        assertThat(failure.code()).contains("entra-new-secret-not-known");
        assertThat(failure.kind().passing()).isTrue();
        assertThat(made().secrets()).isEmpty();
    }

    @Test
    void policyAgainstSecretsIsNamed() {
        Registered application = registrar().register(wanted, null, token);
        site.remote().secretsForbidden(true);

        assertThat(codeOf(() -> registrar().makeSecret(site.tenant(), application, "ours", token)))
                .isEqualTo("graph-credential-type-not-allowed-as-per-app-policy");
    }

    private Secret token(Person person) {
        return Secret.of(entra.personsToken(
                site.remote(), site.application(), simulator.baseUri().toString(), person));
    }

    private List<Application> named() {
        return site.remote().applications().stream()
                .filter(each -> each.displayName().equals(wanted.name()))
                .toList();
    }

    private Application made() {
        assertThat(named()).hasSize(1);
        return named().get(0);
    }

    private static ApplicationRegistrar registrar() {
        return beans.get(ApplicationRegistrar.class);
    }
}
