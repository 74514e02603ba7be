package dev.supportlink.outbound.entra;

import static dev.supportlink.outbound.testing.Failures.codeOf;
import static dev.supportlink.outbound.testing.Failures.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.supportlink.connection.Cloud;
import dev.supportlink.connection.Tenant;
import dev.supportlink.outbound.testing.OutboundBeans;
import dev.supportlink.outbound.testing.RecordingPauser;
import dev.supportlink.outbound.testing.TenantSite;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import dev.supportlink.sandbox.entra.Aadsts;
import dev.supportlink.sandbox.entra.Application;
import dev.supportlink.sandbox.entra.EntraBehaviour;
import dev.supportlink.sandbox.entra.EntraSimulator;
import dev.supportlink.sandbox.http.Answer;
import dev.supportlink.sandbox.http.Fault;
import dev.supportlink.secret.Secret;
import dev.supportlink.setup.OutboundTrial;
import dev.supportlink.setup.TenantResolver;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntraContractTest {

    private static EntraSimulator entra;
    private static EntraSimulator government;
    private static OutboundBeans beans;

    private TenantSite site;

    @BeforeAll
    static void start() {
        entra = EntraSimulator.start(Clock.systemUTC());
        government = EntraSimulator.start(Clock.systemUTC());
        beans = OutboundBeans.start(settings());
    }

    private static Map<String, String> settings() {
        return Map.of(
                "supportlink.cloud.global.login-url", entra.baseUri().toString(),
                "supportlink.cloud.us-gov.login-url", government.baseUri().toString(),
                "supportlink.cloud.china.login-url", government.baseUri().toString(),
                "supportlink.outbound.circuit-breaker.calls", "1000");
    }

    @AfterAll
    static void stop() {
        beans.close();
        entra.close();
        government.close();
    }

    @BeforeEach
    void freshSite() {
        entra.faults().clear();
        entra.requests().clear();
        government.requests().clear();
        site = new TenantSite(entra, beans);
    }

    @Test
    void domainLeadsToTenantAndCloud() {
        assertThat(resolver().resolve(site.domain(), null)).contains(site.tenant());
        assertThat(government.requests().all()).isEmpty();
    }

    @Test
    void cloudsAreAskedOneAfterTheOther() {
        TenantSite federal = new TenantSite(government, beans);

        assertThat(resolver().resolve(federal.domain(), null))
                .contains(new Tenant(federal.domain(), federal.remote().id(), Cloud.US_GOV));
    }

    @Test
    void onlyTheGivenCloudIsAsked() {
        assertThat(resolver().resolve(site.domain(), Cloud.US_GOV)).isEmpty();
        assertThat(entra.requests().all()).isEmpty();
    }

    @Test
    void unknownDomainIsNoFailure() {
        assertThat(resolver().resolve("nobody.example", null)).isEmpty();
    }

    @Test
    void cloudThatCannotBeAskedIsNotPassedOver() {
        entra.faults().on("GET", "/", 3, Fault.status(503));

        assertThat(failureOf(() -> resolver().resolve("nobody.example", null)).kind())
                .isEqualTo(Kind.UNAVAILABLE);
        assertThat(government.requests().all()).isEmpty();
    }

    @Test
    void tenantOfAnotherCloudIsLookedForThere() {
        entra.faults().on("/", discovery("https://login.microsoftonline.us", "https://login.microsoftonline.us"));

        assertThat(resolver().resolve(site.domain(), Cloud.GLOBAL)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example, https://login.microsoftonline.com",
        "https://login.microsoftonline.com, https://evil.example",
        "http://login.microsoftonline.com, https://login.microsoftonline.com",
        "https://login.microsoftonline.com:8443, https://login.microsoftonline.com",
        "https://login.microsoftonline.com.evil.example, https://login.microsoftonline.com"
    })
    void discoveryThatNamesAForeignHostIsNotBelieved(String issuer, String tokenEndpoint) {
        entra.faults().on("/", discovery(issuer, tokenEndpoint));

        assertThat(codeOf(() -> resolver().resolve(site.domain(), null))).isEqualTo("host-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://sts.windows.net", "https://login.microsoftonline.com"})
    void hostsOfTheCloudAreBelieved(String issuer) {
        entra.faults().on("/", discovery(issuer, "https://login.microsoftonline.com"));

        assertThat(resolver().resolve(site.domain(), null)).isPresent();
    }

    @Test
    void rightSecretSignsIn() {
        assertThatNoException().isThrownBy(() -> signIn(site.clientSecret()));
    }

    @ParameterizedTest
    @EnumSource(EntraBehaviour.Separators.class)
    void wrongSecretIsNamedByItsNumber(EntraBehaviour.Separators separators) {
        entra.behaviour().separators(separators);

        UpstreamException failure = failureOf(() -> signIn(Secret.of("typed wrongly")));

        assertThat(failure.code()).contains("aadsts-7000215");
        assertThat(failure.kind()).isEqualTo(Kind.UNAUTHENTICATED);
        assertThat(failure.getMessage()).contains("AADSTS7000215").doesNotContain("typed wrongly", "Trace");
        assertThat(entra.requests().count("POST", "/")).isEqualTo(1);
    }

    @Test
    void expiredSecretIsNamedByItsNumber() {
        Instant now = Instant.now();
        String expired = site.application()
                .addSecret("old", now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(1)))
                .value();

        assertThat(codeOf(() -> signIn(Secret.of(expired)))).isEqualTo("aadsts-7000222");
    }

    @Test
    void stateOfTheApplicationIsNamedByItsNumber() {
        site.application().principal(Application.Principal.DISABLED);
        assertThat(codeOf(() -> signIn(site.clientSecret()))).isEqualTo("aadsts-7000112");

        site.application().principal(Application.Principal.MISSING);
        assertThat(codeOf(() -> signIn(site.clientSecret()))).isEqualTo("aadsts-7000229");

        site.remote().delete(site.application());
        assertThat(codeOf(() -> signIn(site.clientSecret()))).isEqualTo("aadsts-700016");
    }

    @ParameterizedTest
    @CsvSource({
        "TENANT_UNKNOWN, NOT_FOUND, 1",
        "TENANT_ELSEWHERE, NOT_FOUND, 1",
        "RESOURCE_UNKNOWN, REJECTED, 1",
        "CONDITIONAL_ACCESS, FORBIDDEN, 1",
        "TENANT_THROTTLED, THROTTLED, 3",
        "DIRECTORY_UNAVAILABLE, UNAVAILABLE, 3"
    })
    void refusalDecidesTheKindAndWhetherToRepeat(Aadsts reason, Kind kind, int requests) {
        entra.faults().on("POST", "/", 3, entra.refusal(reason, "x"));

        UpstreamException failure = failureOf(() -> signIn(site.clientSecret()));

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.code()).contains("aadsts-" + reason.code());
        assertThat(entra.requests().count("POST", "/")).isEqualTo(requests);
    }

    @Test
    void numberIsAlsoReadFromTheDescriptionAlone() {
        entra.faults().on("/", Fault.answer(Answer.text(401, "application/json", """
            {"error":"invalid_client","error_description":"AADSTS7000222: expired.\\r\\nTrace ID: 1"}\
            """)));

        assertThat(codeOf(() -> signIn(site.clientSecret()))).isEqualTo("aadsts-7000222");
    }

    @Test
    void unknownRefusalFallsBackOnItsClass() {
        entra.faults()
                .on("/", Fault.answer(Answer.text(400, "application/json", "{\"error\":\"unauthorized_client\"}")));

        UpstreamException failure = failureOf(() -> signIn(site.clientSecret()));

        assertThat(failure.kind()).isEqualTo(Kind.UNAUTHENTICATED);
        assertThat(failure.code()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"403, FORBIDDEN", "404, NOT_FOUND", "409, CONFLICT", "500, UNAVAILABLE"})
    void statusWithoutBodyDecidesTheKind(int status, Kind kind) {
        entra.faults().on("POST", "/", 3, Fault.status(status));

        assertThat(failureOf(() -> signIn(site.clientSecret())).kind()).isEqualTo(kind);
    }

    @Test
    void throttledRequestIsRepeatedWhenItsTimeHasCome() {
        int before = beans.get(RecordingPauser.class).pauses().size();
        entra.faults().on("/", Fault.tooManyRequests("1.5"));

        assertThatNoException().isThrownBy(() -> signIn(site.clientSecret()));
        assertThat(beans.get(RecordingPauser.class).pauses())
                .hasSize(before + 1)
                .last()
                .isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void faultsOnTheWayAreNamed() {
        entra.faults().on("POST", "/", 3, Fault.reset());
        assertThat(codeOf(() -> signIn(site.clientSecret()))).isEqualTo("reset");

        entra.faults().clear();
        entra.faults().on("/", Fault.html());
        assertThat(codeOf(() -> signIn(site.clientSecret()))).isEqualTo("html-instead-of-json");

        entra.faults().on("/", Fault.malformedJson());
        assertThat(codeOf(() -> signIn(site.clientSecret()))).isEqualTo("malformed");

        entra.faults().on("/", Fault.hugeBody(5_000_000));
        assertThat(codeOf(() -> signIn(site.clientSecret()))).isEqualTo("too-large");

        entra.faults().on("/", Fault.answer(Answer.empty(302).with("Location", "https://evil.example")));
        assertThat(codeOf(() -> signIn(site.clientSecret()))).isEqualTo("redirected");
    }

    @Test
    void silenceEndsWithATimeOut() {
        entra.faults().on("/", Fault.slow(Duration.ofMillis(600)));
        try (OutboundBeans hasty = OutboundBeans.startHasty(settings())) {
            assertThat(codeOf(() -> hasty.get(TenantResolver.class).resolve(site.domain(), null)))
                    .isEqualTo("timeout");
        }
    }

    @Test
    void tenantNameIsForPeopleAndTheTenantIdForCalls() {
        signIn(site.clientSecret());

        assertThat(trial().shownTokenUrl(site.tenant()))
                .isEqualTo(entra.baseUri() + "/" + site.domain() + "/oauth2/token");
        assertThat(entra.requests().count("POST", "/" + site.remote().id() + "/oauth2/token"))
                .isEqualTo(1);
        assertThat(trial().target(site.tenant()))
                .isEqualTo(entra.baseUri() + "|" + site.remote().id());
    }

    private static Fault discovery(String issuer, String tokenEndpoint) {
        String tenant = "/11111111-2222-3333-4444-555555555555";
        return Fault.answer(Answer.text(
                200,
                "application/json",
                "{\"issuer\":\"" + issuer + tenant + "/v2.0\",\"token_endpoint\":\"" + tokenEndpoint + tenant
                        + "/oauth2/v2.0/token\"}"));
    }

    private void signIn(Secret secret) {
        trial().signIn(site.tenant(), site.application().appId(), secret);
    }

    private static TenantResolver resolver() {
        return beans.get(TenantResolver.class);
    }

    private static OutboundTrial trial() {
        return beans.get(OutboundTrial.class);
    }
}
