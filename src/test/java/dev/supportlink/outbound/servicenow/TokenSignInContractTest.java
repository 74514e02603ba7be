package dev.supportlink.outbound.servicenow;

import static dev.supportlink.outbound.testing.Failures.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.RestApplications;
import dev.supportlink.incident.IncidentDestination;
import dev.supportlink.outbound.testing.EntraSite;
import dev.supportlink.outbound.testing.FakeGate;
import dev.supportlink.outbound.testing.MovableClock;
import dev.supportlink.outbound.testing.OutboundBeans;
import dev.supportlink.outbound.testing.Together;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import dev.supportlink.sandbox.entra.EntraSimulator;
import dev.supportlink.sandbox.http.Fault;
import dev.supportlink.sandbox.instance.InstanceSimulator;
import dev.supportlink.secret.Secret;
import dev.supportlink.secret.SecretKind;
import dev.supportlink.setup.InstanceTrial;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signing in to an instance with a token that Entra ID issued. */
class TokenSignInContractTest {

    private static final int THREADS = 30;
    private static final String UNKNOWN = "0".repeat(32);

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-04T12:00:00Z"));
    private final EntraSimulator entra = EntraSimulator.start(clock);
    private final InstanceSimulator instance = InstanceSimulator.start(clock);
    private final OutboundBeans beans = OutboundBeans.start(
            clock,
            Map.of(
                    "supportlink.cloud.global.login-url",
                    entra.baseUri().toString(),
                    "supportlink.outbound.circuit-breaker.calls",
                    "1000"));
    private EntraSite site;

    @BeforeEach
    void freshSite() {
        site = new EntraSite(entra, instance, beans);
        entra.requests().clear();
        instance.requests().clear();
    }

    @AfterEach
    void stop() {
        beans.close();
        instance.close();
        entra.close();
    }

    @Test
    void manyThreadsShareOneTokenAndOneProof() throws Exception {
        Connection connection = site.connection();

        assertThat(Together.call(THREADS, () -> incidents().read(connection, UNKNOWN)))
                .allMatch(Optional::isEmpty);

        assertThat(tokens()).isEqualTo(1);
        assertThat(instance.requests().count("GET", "/api/now/table/incident/")).isEqualTo(THREADS);
        assertThat(site.reads()).isEqualTo(THREADS + 1);
        assertThat(instance.requests().count("POST", "/oauth_token.do")).isZero();
    }

    @Test
    void tokenIsKeptUntilShortlyBeforeItsEnd() {
        entra.behaviour().tokensLive(Duration.ofMinutes(60), Duration.ofMinutes(60));
        Connection connection = site.connection();
        incidents().read(connection, UNKNOWN);

        clock.forward(Duration.ofMinutes(54));
        incidents().read(connection, UNKNOWN);
        assertThat(tokens()).isEqualTo(1);

        clock.forward(Duration.ofMinutes(2));
        incidents().read(connection, UNKNOWN);
        assertThat(tokens()).isEqualTo(2);
    }

    @Test
    void refusedSessionIsReplacedOnce() {
        Connection connection = site.connection();
        incidents().read(connection, UNKNOWN);
        instance.faults().on("GET", "/api/now/table/incident/", 1, Fault.status(401));

        assertThat(incidents().read(connection, UNKNOWN)).isEmpty();

        assertThat(tokens()).isEqualTo(2);
        assertThat(gate().closedSince(
                                connection.instance().origin(), site.user().appId()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "user_claim, azp", // the claim of v2 tokens
        "user_field, email",
        "oidc_config_url, http://localhost:1/none",
    })
    void providerThatDoesNotFitClosesTheGate(String column, String value) throws Exception {
        Connection connection = site.connection();
        site.provider(column, value);

        assertThat(Together.call(THREADS, () -> incidents().read(connection, UNKNOWN)))
                .allMatch(Optional::isPresent);
        UpstreamException later = failureOf(() -> incidents().read(connection, UNKNOWN));

        assertThat(site.reads()).isEqualTo(1);
        assertThat(later.kind()).isEqualTo(Kind.UNAUTHENTICATED);
        assertThat(later.code()).contains("instance-token-refused");
    }

    @Test
    void inactiveUserIsRefused() {
        Connection connection = site.connection();
        site.account().active(false);

        assertThat(failureOf(() -> incidents().read(connection, UNKNOWN)).code())
                .contains("instance-token-refused");
    }

    @Test
    void versionTwoTokenHasNoAppidForTheInstance() {
        Connection connection = site.connection();
        site.api().requestedAccessTokenVersion(2);

        assertThat(failureOf(() -> incidents().read(connection, UNKNOWN)).code())
                .contains("instance-token-refused");
    }

    @Test
    void refusalOfEntraLeavesTheGateOpen() {
        Connection connection = site.connection();
        site.store(connection, SecretKind.REST_USER_CLIENT_SECRET, Secret.of("wrong"));

        UpstreamException refused = failureOf(() -> incidents().read(connection, UNKNOWN));
        assertThat(refused.system()).isEqualTo("entra");
        assertThat(refused.code()).contains("aadsts-7000215");
        assertThat(site.reads()).isZero();

        site.store(connection, SecretKind.REST_USER_CLIENT_SECRET, site.userSecret());
        assertThat(incidents().read(connection, UNKNOWN)).isEmpty();
    }

    @Test
    void userWithoutRoleIsSignedInAllTheSame() {
        Connection connection = site.connection();
        site.account().take("incident_manager");

        trial().signInByToken(connection);

        UpstreamException refused =
                failureOf(() -> incidents().create(connection, Map.of("short_description", "by nobody")));
        assertThat(refused.kind()).isEqualTo(Kind.FORBIDDEN);
    }

    @Test
    void trialOpensTheGateThatARefusalClosed() {
        Connection connection = site.connection();
        site.account().active(false);
        failureOf(() -> incidents().read(connection, UNKNOWN));
        site.account().active(true);
        assertThat(failureOf(() -> incidents().read(connection, UNKNOWN)).code())
                .contains("instance-token-refused");

        trial().signInByToken(connection);

        assertThat(incidents().read(connection, UNKNOWN)).isEmpty();
    }

    @Test
    void userOfAnotherApplicationIsNoAccount() {
        Connection connection = site.connection();
        RestApplications other = connection.restApplications().withUser("99999999-2222-3333-4444-555555555555");

        UpstreamException refused = failureOf(() -> incidents().read(connection.withRestApplications(other), UNKNOWN));

        assertThat(refused.code()).contains("instance-credential-missing");
        assertThat(tokens()).isZero();
    }

    @Test
    void secretStoredForAnotherTenantIsNeverSent() {
        Connection connection = site.connection();
        Connection moved = connection
                .withTenant(new EntraSite(entra, instance, beans).tenant())
                .withRestApplications(connection.restApplications());

        UpstreamException refused = failureOf(() -> incidents().read(moved, UNKNOWN));

        assertThat(refused.code()).contains("rest-application-missing");
        assertThat(tokens()).isZero();
    }

    private int tokens() {
        return entra.requests().count("POST", "/");
    }

    private IncidentDestination incidents() {
        return beans.get(IncidentDestination.class);
    }

    private InstanceTrial trial() {
        return beans.get(InstanceTrial.class);
    }

    private FakeGate gate() {
        return beans.get(FakeGate.class);
    }
}
