package dev.supportlink.outbound.servicenow;

import static dev.supportlink.outbound.testing.Failures.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Instance;
import dev.supportlink.incident.IncidentDestination;
import dev.supportlink.outbound.testing.FakeGate;
import dev.supportlink.outbound.testing.InstanceSite;
import dev.supportlink.outbound.testing.OutboundBeans;
import dev.supportlink.outbound.testing.Together;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import dev.supportlink.sandbox.http.Answer;
import dev.supportlink.sandbox.http.Fault;
import dev.supportlink.sandbox.instance.InstanceSimulator;
import dev.supportlink.secret.Secret;
import dev.supportlink.secret.SecretKind;
import dev.supportlink.setup.InstanceTrial;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InstanceSignInContractTest {

    private static final int THREADS = 50;
    private static final String UNKNOWN = "0".repeat(32);

    private static InstanceSimulator instance;
    private static OutboundBeans beans;

    private InstanceSite site;

    @BeforeAll
    static void start() {
        instance = InstanceSimulator.start(Clock.systemUTC());
        beans = OutboundBeans.start(Map.of("supportlink.outbound.circuit-breaker.calls", "1000"));
    }

    @AfterAll
    static void stop() {
        beans.close();
        instance.close();
    }

    @BeforeEach
    void freshSite() {
        site = new InstanceSite(instance, beans);
        instance.faults().clear();
        instance.requests().clear();
    }

    @Test
    void manyThreadsShareOneSignIn() throws Exception {
        Connection connection = site.connection();

        assertThat(Together.call(THREADS, () -> incidents().read(connection, UNKNOWN)))
                .allMatch(Optional::isEmpty);

        assertThat(site.signIns()).isEqualTo(1);
        assertThat(instance.requests().count("GET", "/api/now/table/incident/")).isEqualTo(THREADS);
    }

    @Test
    void wrongPasswordReachesTheInstanceOnceHoweverManyAsk() throws Exception {
        Connection connection = site.connection();
        site.store(connection, SecretKind.INSTANCE_USER_PASSWORD, "wrong");

        assertThat(Together.call(THREADS, () -> incidents().read(connection, UNKNOWN)))
                .allMatch(Optional::isPresent);
        UpstreamException later = failureOf(() -> incidents().read(connection, UNKNOWN));

        assertThat(site.signIns()).isEqualTo(1);
        assertThat(site.user().failedAttempts()).isEqualTo(1);
        assertThat(later.kind()).isEqualTo(Kind.UNAUTHENTICATED);
        assertThat(later.code()).contains("instance-credential-refused");
    }

    @Test
    void secondConnectionWithTheSameUserFindsTheGateClosed() {
        Connection first = site.connection();
        Connection second = site.connection();
        site.store(first, SecretKind.INSTANCE_USER_PASSWORD, "wrong");
        failureOf(() -> incidents().read(first, UNKNOWN));

        assertThat(failureOf(() -> incidents().read(second, UNKNOWN)).code()).contains("instance-credential-refused");
        assertThat(site.signIns()).isEqualTo(1);
    }

    @Test
    void typedCredentialIsTriedOnceThroughClosedGateAndOpensIt() {
        Connection connection = site.connection();
        gate().close(
                        connection.instance().origin(),
                        site.user().userName(),
                        Clock.systemUTC().instant());

        trial().signIn(
                        connection.instance(),
                        Secret.of(site.client().clientSecret()),
                        Secret.of(site.user().password()));

        assertThat(site.signIns()).isEqualTo(1);
        assertThat(incidents().read(connection, UNKNOWN)).isEmpty();
    }

    @Test
    void typedWrongCredentialLeavesTheGateOfTheStoredOneOpen() {
        Connection connection = site.connection();

        UpstreamException refused = failureOf(() -> trial().signIn(
                        connection.instance(), Secret.of(site.client().clientSecret()), Secret.of("typed wrongly")));

        assertThat(refused.kind()).isEqualTo(Kind.UNAUTHENTICATED);
        assertThat(refused.code()).contains("instance-server-error");
        assertThat(site.signIns()).isEqualTo(1);
        assertThat(incidents().read(connection, UNKNOWN)).isEmpty();
    }

    @Test
    void unavailableTokenEndpointClosesNoGateAndIsNotRepeated() {
        Connection connection = site.connection();
        instance.faults().on("/oauth_token.do", Fault.status(503));

        assertThat(failureOf(() -> incidents().read(connection, UNKNOWN)).kind())
                .isEqualTo(Kind.UNAVAILABLE);

        assertThat(site.signIns()).isEqualTo(1);
        assertThat(incidents().read(connection, UNKNOWN)).isEmpty();
    }

    @Test
    void revokedTokenAllowsOneNewSignIn() {
        Connection connection = site.connection();
        incidents().read(connection, UNKNOWN);
        instance.admin().revokeAllTokens();

        assertThat(incidents().read(connection, UNKNOWN)).isEmpty();
        assertThat(site.signIns()).isEqualTo(2);
    }

    @Test
    void freshTokenThatIsNotTakenIsNotReplaced() {
        Connection connection = site.connection();
        instance.faults().on("/api/now/table", Fault.status(401));

        assertThat(failureOf(() -> incidents().read(connection, UNKNOWN)).kind())
                .isEqualTo(Kind.UNAUTHENTICATED);
        assertThat(site.signIns()).isEqualTo(1);
    }

    @Test
    void missingRefreshTokenIsTolerated() {
        Connection connection = site.connection();
        instance.faults()
                .on(
                        "/oauth_token.do",
                        Fault.answer(Answer.text(
                                200, "application/json", "{\"access_token\":\"abc\",\"expires_in\":\"1799\"}")));
        instance.faults().on("/api/now/table", Fault.status(404));

        assertThat(incidents().read(connection, UNKNOWN)).isEmpty();
    }

    @Test
    void storedCredentialNeverReachesAnotherInstance() {
        Connection connection = site.connection();
        try (InstanceSimulator other = InstanceSimulator.start(Clock.systemUTC())) {
            Connection moved = connection.withInstance(new Instance(
                    other.baseUri(), site.client().clientId(), site.user().userName(), true));

            UpstreamException missing = failureOf(() -> incidents().read(moved, UNKNOWN));

            assertThat(missing.code()).contains("instance-credential-missing");
            assertThat(other.requests().all()).isEmpty();
        }
    }

    @Test
    void tokenInMemoryNeverReachesAnotherInstance() {
        Connection connection = site.connection();
        incidents().read(connection, UNKNOWN);
        try (InstanceSimulator other = InstanceSimulator.start(Clock.systemUTC())) {
            Connection moved = connection.withInstance(new Instance(
                    other.baseUri(), site.client().clientId(), site.user().userName(), true));

            failureOf(() -> incidents().read(moved, UNKNOWN));

            assertThat(other.requests().all()).isEmpty();
        }
    }

    @Test
    void newPasswordEndsTheOldSession() {
        Connection connection = site.connection();
        incidents().read(connection, UNKNOWN);
        site.store(
                connection,
                SecretKind.INSTANCE_USER_PASSWORD,
                site.user().newPassword().password());

        incidents().read(connection, UNKNOWN);

        assertThat(site.signIns()).isEqualTo(2);
    }

    @Test
    void reachIsContentWithARefusal() {
        trial().reach(instance.baseUri());

        assertThat(instance.requests().everReceived(site.client().clientSecret()))
                .isFalse();
    }

    @Test
    void reachFindsTheSleepingInstance() {
        instance.behaviour().hibernating(true);
        UpstreamException failure = failureOf(() -> trial().reach(instance.baseUri()));
        instance.behaviour().hibernating(false);

        assertThat(failure.code()).contains("html-instead-of-json");
    }

    @Test
    void reachNamesClosedPortAndForbiddenAddress() {
        assertThat(failureOf(() -> trial().reach(URI.create("http://localhost:1")))
                        .code())
                .contains("connect");
        assertThat(failureOf(() -> trial().reach(URI.create("http://169.254.169.254")))
                        .code())
                .contains("address-not-allowed");
    }

    private static IncidentDestination incidents() {
        return beans.get(IncidentDestination.class);
    }

    private static InstanceTrial trial() {
        return beans.get(InstanceTrial.class);
    }

    private static FakeGate gate() {
        return beans.get(FakeGate.class);
    }
}
