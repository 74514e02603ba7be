package dev.supportlink.outbound.graph;

import static dev.supportlink.outbound.testing.Failures.codeOf;
import static dev.supportlink.outbound.testing.Failures.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Tenant;
import dev.supportlink.outbound.testing.Failures;
import dev.supportlink.outbound.testing.OutboundBeans;
import dev.supportlink.outbound.testing.RecordingPauser;
import dev.supportlink.outbound.testing.TenantSite;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import dev.supportlink.sandbox.entra.EntraSimulator;
import dev.supportlink.sandbox.graph.GraphSimulator;
import dev.supportlink.sandbox.graph.ServiceHealth.Service;
import dev.supportlink.sandbox.http.Answer;
import dev.supportlink.sandbox.http.Fault;
import dev.supportlink.verification.Check;
import dev.supportlink.verification.CheckRun;
import dev.supportlink.verification.Outcome;
import dev.supportlink.verification.Outcome.Verdict;
import dev.supportlink.verification.Trigger;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphContractTest {

    private static EntraSimulator entra;
    private static GraphSimulator simulator;
    private static OutboundBeans beans;

    private TenantSite site;

    @BeforeAll
    static void start() {
        entra = EntraSimulator.start(Clock.systemUTC());
        simulator = GraphSimulator.start(entra, Clock.systemUTC());
        beans = OutboundBeans.start(settings());
    }

    private static Map<String, String> settings() {
        return Map.of(
                "supportlink.cloud.global.login-url", entra.baseUri().toString(),
                "supportlink.cloud.global.graph-url", simulator.baseUri().toString(),
                "supportlink.outbound.circuit-breaker.calls", "1000");
    }

    @AfterAll
    static void stop() {
        beans.close();
        simulator.close();
        entra.close();
    }

    @BeforeEach
    void freshSite() {
        simulator.faults().clear();
        simulator.requests().clear();
        entra.requests().clear();
        site = new TenantSite(entra, beans);
        site.application().grant("Organization.Read.All", "ServiceHealth.Read.All");
    }

    @Test
    void organizationIsRead() {
        Organization organization = graph().organization(site.connection());

        assertThat(organization.id()).isEqualTo(site.remote().id());
        assertThat(organization.displayName()).isEqualTo("Contoso");
        assertThat(organization.hasDomain(site.domain().toUpperCase(java.util.Locale.ROOT)))
                .isTrue();
        assertThat(organization.hasDomain("fabrikam.com")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void serviceHealthIsReadInEitherSpelling(boolean pascalCase) {
        simulator.health(site.remote()).pascalCase(pascalCase);
        simulator.health(site.remote()).service(new Service("Exchange", "Exchange Online", "serviceDegradation"));

        assertThat(graph().serviceHealth(site.connection()))
                .anySatisfy(service -> {
                    assertThat(service.service()).isEqualTo("Exchange Online");
                    assertThat(service.operational()).isFalse();
                })
                .anySatisfy(service -> assertThat(service.operational()).isTrue());
    }

    @Test
    void everyPageIsRead() {
        for (int number = 0; number < 230; number++) {
            simulator
                    .health(site.remote())
                    .service(new Service("S" + number, "Service " + number, "serviceOperational"));
        }

        assertThat(graph().serviceHealth(site.connection()))
                .extracting(dev.supportlink.outbound.graph.ServiceHealth::service)
                .contains("Service 0", "Service 229")
                .doesNotHaveDuplicates();
        assertThat(simulator.requests().count("GET", "/v1.0/admin")).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/v1.0/next",
                "http://localhost:1/next",
                "//evil.example/next",
                "not a url",
                "mailto:someone@example.org"
            })
    void pageOfAnotherHostIsNotAsked(String link) {
        simulator.faults().on("/", json(200, "{\"value\":[],\"@odata.nextLink\":\"" + link + "\"}"));

        assertThat(failureOf(() -> graph().serviceHealth(site.connection())).kind())
                .isEqualTo(Kind.MALFORMED);
    }

    @Test
    void listThatNeverEndsIsGivenUp() {
        String link = simulator.baseUri() + "/v1.0/admin/serviceAnnouncement/healthOverviews?$skip=1";
        simulator.faults().on("GET", "/", 60, json(200, "{\"value\":[],\"@odata.nextLink\":\"" + link + "\"}"));

        assertThat(failureOf(() -> graph().serviceHealth(site.connection())).kind())
                .isEqualTo(Kind.MALFORMED);
        assertThat(simulator.requests().count("GET", "/")).isEqualTo(50);
    }

    @Test
    void refusalNamesItsCodeAndRequest() {
        site.application().revoke("Organization.Read.All");

        UpstreamException failure = failureOf(() -> graph().organization(site.connection()));

        assertThat(failure.kind()).isEqualTo(Kind.FORBIDDEN);
        assertThat(failure.code()).contains("graph-authorization-request-denied");
        assertThat(failure.getMessage()).contains("Authorization_RequestDenied", "request ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"innerError", "innererror"})
    void requestIdIsReadInEitherSpelling(String spelling) {
        simulator
                .faults()
                .on(
                        "/",
                        json(
                                400,
                                "{\"error\":{\"code\":\"Request_BadRequest\",\"message\":\"m\",\"" + spelling
                                        + "\":{\"request-id\":\"11-22\"}}}"));

        assertThat(failureOf(() -> graph().organization(site.connection()))).hasMessageContaining("request 11-22");
    }

    @Test
    void withdrawnTokenIsReplacedOnce() {
        Connection connection = site.connection();
        graph().organization(connection);
        simulator.faults().on("/", Fault.status(401));

        assertThat(graph().organization(connection).id())
                .isEqualTo(site.remote().id());
        assertThat(entra.requests().count("POST", "/")).isEqualTo(2);

        simulator.faults().on("GET", "/", 2, Fault.status(401));
        assertThat(failureOf(() -> graph().organization(connection)).kind()).isEqualTo(Kind.UNAUTHENTICATED);
        assertThat(entra.requests().count("POST", "/")).isEqualTo(3);
    }

    @Test
    void throttlingIsWaitedFor() {
        int before = beans.get(RecordingPauser.class).pauses().size();
        simulator.faults().on("/", simulator.throttled("2.128"));

        graph().organization(site.connection());

        assertThat(beans.get(RecordingPauser.class).pauses())
                .hasSize(before + 1)
                .last()
                .isEqualTo(Duration.ofMillis(2128));
    }

    @ParameterizedTest
    @CsvSource({"400, REJECTED", "404, NOT_FOUND", "409, CONFLICT", "500, UNAVAILABLE", "503, UNAVAILABLE"})
    void statusDecidesTheKind(int status, Kind kind) {
        simulator.faults().on("GET", "/", 3, Fault.status(status));

        assertThat(failureOf(() -> graph().organization(site.connection())).kind())
                .isEqualTo(kind);
    }

    @Test
    void faultsOnTheWayAreNamed() {
        simulator.faults().on("/", Fault.html());
        assertThat(codeOf(() -> graph().organization(site.connection()))).isEqualTo("html-instead-of-json");

        simulator.faults().on("/", Fault.malformedJson());
        assertThat(codeOf(() -> graph().organization(site.connection()))).isEqualTo("malformed");

        simulator.faults().on("/", Fault.hugeBody(5_000_000));
        assertThat(codeOf(() -> graph().organization(site.connection()))).isEqualTo("too-large");

        simulator.faults().on("/", Fault.answer(Answer.empty(307).with("Location", "https://evil.example")));
        assertThat(codeOf(() -> graph().organization(site.connection()))).isEqualTo("redirected");

        simulator.faults().on("GET", "/", 20, Fault.reset());
        assertThat(codeOf(() -> graph().organization(site.connection()))).isEqualTo("reset");
    }

    @Test
    void silenceEndsWithATimeOut() {
        simulator.faults().on("/", Fault.slow(Duration.ofMillis(600)));
        try (OutboundBeans hasty = OutboundBeans.startHasty(settings())) {
            Connection connection = new TenantSite(entra, hasty).connection();
            assertThat(codeOf(() -> hasty.get(GraphConnector.class).organization(connection)))
                    .isEqualTo("timeout");
        }
    }

    @Test
    void domainOfAnotherTenantIsFound() {
        Connection connection = site.connection();
        Tenant typed =
                new Tenant("fabrikam.com", site.tenant().id(), site.tenant().cloud());

        Outcome outcome = check("graph-organization", connection.withTenant(typed));

        assertThat(outcome.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(outcome.reason()).isEqualTo("domain-not-verified");
        assertThat(outcome.expected()).isEqualTo("fabrikam.com");
        assertThat(outcome.seen()).contains(site.domain());
    }

    @Test
    void checkWithoutPermissionIsSkipped() {
        site.application().revoke("Organization.Read.All", "ServiceHealth.Read.All");
        Connection connection = site.connection();

        assertThat(check("graph-organization", connection).reason()).isEqualTo("not-permitted-to-read");
        assertThat(check("graph-service-health", connection).verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(check("token-roles", connection)).satisfies(outcome -> {
            assertThat(outcome.verdict()).isEqualTo(Verdict.WARNING);
            assertThat(outcome.reason()).isEqualTo("permission-missing");
            assertThat(outcome.seen()).contains("Organization.Read.All", "ServiceHealth.Read.All");
        });
    }

    @Test
    void refusalAlthoughThePermissionIsThereIsAFailure() {
        Connection connection = site.connection();
        simulator.faults().on("/", Fault.status(403));

        assertThat(Failures.failureOf(() -> check("graph-service-health", connection))
                        .kind())
                .isEqualTo(Kind.FORBIDDEN);
    }

    @Test
    void checksPassWithPermissions() {
        Connection connection = site.connection();

        assertThat(check("tenant-resolves", connection).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(check("graph-organization", connection).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(check("outbound-token", connection).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(check("token-roles", connection).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(check("graph-service-health", connection).verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void domainThatMovedIsFound() {
        Connection connection = site.connection();
        Tenant before = new Tenant(
                site.domain(),
                "00000000-0000-0000-0000-000000000001",
                site.tenant().cloud());
        assertThat(check("tenant-resolves", connection.withTenant(before)).reason())
                .isEqualTo("tenant-id-differs");

        Tenant gone =
                new Tenant("gone.example", site.tenant().id(), site.tenant().cloud());
        assertThat(check("tenant-resolves", connection.withTenant(gone)).reason())
                .isEqualTo("tenant-not-found");
    }

    private static Outcome check(String id, Connection connection) {
        return beans.all(Check.class)
                .filter(check -> check.id().equals(id))
                .findFirst()
                .orElseThrow()
                .run(new CheckRun("v1", connection, Trigger.SCHEDULE));
    }

    private static Fault json(int status, String body) {
        return Fault.answer(Answer.text(status, "application/json", body));
    }

    private static GraphConnector graph() {
        return beans.get(GraphConnector.class);
    }
}
