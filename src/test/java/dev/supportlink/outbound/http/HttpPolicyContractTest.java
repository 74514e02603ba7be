package dev.supportlink.outbound.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.supportlink.outbound.testing.FakeResolver;
import dev.supportlink.outbound.testing.MovableClock;
import dev.supportlink.outbound.testing.OutboundBeans;
import dev.supportlink.outbound.testing.RecordingPauser;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpPolicyContractTest {

    private static final WireMockServer SERVER =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().dynamicHttpsPort());

    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-03-04T12:00:00Z"));
    private static final AtomicInteger ADDRESSES = new AtomicInteger();
    private static final Map<String, String> SETTINGS =
            Map.of("supportlink.outbound.max-body-size", "2000", "supportlink.outbound.circuit-breaker.calls", "6");

    private static OutboundBeans shared;

    private OutboundBeans beans;
    private Target target;

    @BeforeAll
    static void start() {
        SERVER.start();
        shared = OutboundBeans.start(CLOCK, SETTINGS);
    }

    @AfterAll
    static void stop() {
        shared.close();
        SERVER.stop();
    }

    @BeforeEach
    void freshOrigin() {
        SERVER.resetAll();
        beans = shared;
        beans.get(RecordingPauser.class).clear();
        // An address of its own, and so a circuit breaker of its own.
        target = new Target(
                "instance", URI.create("http://127.1.1." + ADDRESSES.incrementAndGet() + ":" + SERVER.port()));
    }

    @Test
    void answerIsRead() {
        answer(okJson("{\"a\":1}"));

        assertThat(call(PolicyClient::read).getInt("a")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "400, REJECTED", "401, UNAUTHENTICATED", "403, FORBIDDEN", "404, NOT_FOUND", "409, CONFLICT",
        "405, REJECTED", "408, UNAVAILABLE", "429, THROTTLED", "500, UNAVAILABLE", "503, UNAVAILABLE"
    })
    void statusDecidesTheKind(int status, Kind kind) {
        answer(aResponse().withStatus(status).withBody("<html>secret stuff</html>"));

        UpstreamException failure = failure(PolicyClient::read);

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.system()).isEqualTo("instance");
        assertThat(failure.getMessage()).doesNotContain("secret stuff");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectIsNotFollowed(int status) {
        SERVER.stubFor(get("/thing").willReturn(temporaryRedirect("/elsewhere").withStatus(status)));

        assertThat(failure(PolicyClient::read).code()).contains("redirected");
        SERVER.verify(0, getRequestedFor(urlEqualTo("/elsewhere")));
    }

    @Test
    void pageInsteadOfJsonIsNamed() {
        answer(aResponse().withHeader("Content-Type", "text/html").withBody("Sign in"));
        assertThat(failure(PolicyClient::read).code()).contains("html-instead-of-json");

        answer(aResponse().withHeader("Content-Type", "application/json").withBody("  <!DOCTYPE html>"));
        assertThat(failure(PolicyClient::read).code()).contains("html-instead-of-json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":", "[1]", "", "nonsense"})
    void bodyThatIsNoJsonObjectIsMalformed(String body) {
        answer(aResponse().withHeader("Content-Type", "application/json").withBody(body));

        UpstreamException failure = failure(PolicyClient::read);

        assertThat(failure.kind()).isEqualTo(Kind.MALFORMED);
        assertThat(failure.code()).contains("malformed");
    }

    @Test
    void hugeBodyIsCutShort() {
        answer(okJson("{\"a\":\"" + "x".repeat(3000) + "\"}"));

        assertThat(failure(PolicyClient::read).code()).contains("too-large");
    }

    @Test
    void hugeErrorBodyDoesNotHideTheStatus() {
        answer(aResponse().withStatus(403).withBody("x".repeat(3000)));

        assertThat(failure(PolicyClient::read).kind()).isEqualTo(Kind.FORBIDDEN);
    }

    @Test
    void silenceEndsWithATimeOut() {
        answer(okJson("{}").withFixedDelay(600));
        try (OutboundBeans hasty = OutboundBeans.startHasty(Map.of())) {
            beans = hasty;
            assertThat(once(PolicyClient::read).code()).contains("timeout");
        }
    }

    @Test
    void answerThatTricklesEndsWithATimeOut() {
        answer(okJson("{\"a\":\"" + "x".repeat(500) + "\"}").withChunkedDribbleDelay(10, 1000));
        try (OutboundBeans strict = OutboundBeans.start(Map.of("supportlink.outbound.call-timeout", "PT0.3S"))) {
            beans = strict;
            assertThat(once(PolicyClient::read).code()).contains("timeout");
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void brokenConnectionIsAFailureOfTheOtherSide(Fault fault) {
        answer(aResponse().withFault(fault));

        String expected = fault == Fault.RANDOM_DATA_THEN_CLOSE ? "malformed" : "reset";
        assertThat(once(PolicyClient::read).code()).contains(expected);
    }

    @Test
    void untrustedCertificateIsATlsFailure() {
        target = new Target("instance", URI.create("https://localhost:" + SERVER.httpsPort()));

        assertThat(once(PolicyClient::read).code()).contains("tls");
    }

    @Test
    void closedPortIsAConnectFailure() {
        target = new Target("instance", URI.create("http://localhost:1"));

        assertThat(once(PolicyClient::read).code()).contains("connect");
    }

    @Test
    void unknownHostIsADnsFailure() {
        target = new Target("instance", URI.create("http://nowhere.invalid"));

        assertThat(once(PolicyClient::read).code()).contains("dns");
    }

    @Test
    void addressIsCheckedAtEveryCall() throws UnknownHostException {
        answer(okJson("{}"));
        String host = target.baseUrl().getHost();
        beans.get(FakeResolver.class).answer(host, host);
        beans.get(FakeResolver.class).answer(host, "169.254.169.254");

        assertThat(call(PolicyClient::read)).isEmpty();
        assertThat(failure(PolicyClient::read).code()).contains("address-not-allowed");
        SERVER.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void fractionOfRetryAfterIsWaitedForAndTheRequestRepeated() {
        first(aResponse().withStatus(429).withHeader("Retry-After", "2.128")).then(okJson("{\"a\":1}"));

        assertThat(call(PolicyClient::read).getInt("a")).isEqualTo(1);
        assertThat(pauses()).isEqualTo("[PT2.128S]");
    }

    @Test
    void unavailableIsRepeatedAfterGrowingPausesAndThenGivenUp() {
        answer(aResponse().withStatus(503));

        assertThat(failure(PolicyClient::read).kind()).isEqualTo(Kind.UNAVAILABLE);

        SERVER.verify(3, anyRequestedFor(anyUrl()));
        assertThat(beans.get(RecordingPauser.class).pauses())
                .satisfiesExactly(
                        pause -> assertThat(pause).isBetween(Duration.ofMillis(250), Duration.ofMillis(500)),
                        pause -> assertThat(pause).isBetween(Duration.ofMillis(500), Duration.ofMillis(1000)));
    }

    @Test
    void nothingIsRepeatedForAnInterruptedThread() {
        answer(aResponse().withStatus(503));

        Thread.currentThread().interrupt();
        failure(PolicyClient::read);

        assertThat(Thread.interrupted()).isTrue();
        SERVER.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void longRetryAfterIsNotWaitedForButPassedOn() {
        answer(aResponse().withStatus(429).withHeader("Retry-After", "3600"));

        assertThat(failure(PolicyClient::read).retryAfter()).contains(Duration.ofHours(1));
        SERVER.verify(1, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409})
    void refusalIsNotRepeated(int status) {
        answer(aResponse().withStatus(status));

        failure(PolicyClient::read);

        SERVER.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void requestThatChangesSomethingIsSentOnce() {
        answer(aResponse().withStatus(503).withHeader("Retry-After", "0"));

        once(client -> client.write(JsonObject.EMPTY_JSON_OBJECT));

        SERVER.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void resetOfARequestThatChangesSomethingIsNotRepeatedByTheHttpClientEither() {
        answer(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        once(client -> client.write(JsonObject.EMPTY_JSON_OBJECT));

        SERVER.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void systemThatIsDownIsLeftAloneForAWhile() {
        answer(aResponse().withStatus(500));
        failure(PolicyClient::read);
        failure(PolicyClient::read);

        assertThat(failure(PolicyClient::read).code()).contains("circuit-open");
        SERVER.verify(6, anyRequestedFor(anyUrl()));

        answer(okJson("{}"));
        CLOCK.forward(Duration.ofSeconds(31));
        assertThat(call(PolicyClient::read)).isEmpty();
    }

    @Test
    void refusalsDoNotOpenTheCircuit() {
        answer(aResponse().withStatus(403));
        for (int call = 0; call < 10; call++) {
            failure(PolicyClient::read);
        }

        SERVER.verify(10, anyRequestedFor(anyUrl()));
    }

    @Test
    void cookiesAreNotKept() {
        answer(okJson("{}").withHeader("Set-Cookie", "JSESSIONID=1; Path=/"));
        call(PolicyClient::read);
        call(PolicyClient::read);

        SERVER.verify(2, getRequestedFor(anyUrl()).withoutHeader("Cookie"));
        SERVER.verify(2, getRequestedFor(anyUrl()).withHeader("User-Agent", equalTo("SupportLink")));
    }

    @Test
    void linkIsFollowedAsItStands() {
        SERVER.stubFor(get("/v1.0/things?$skiptoken=a%2Fb%20c+d").willReturn(okJson("{\"a\":2}")));

        JsonObject next = call(client -> client.follow(base() + "/v1.0/things?$skiptoken=a%2Fb%20c+d"));

        assertThat(next.getInt("a")).isEqualTo(2);
        SERVER.verify(getRequestedFor(anyUrl()).withoutHeader(FollowLink.HEADER));
    }

    private String base() {
        return target.baseUrl().toString();
    }

    private static void answer(ResponseDefinitionBuilder answer) {
        SERVER.stubFor(any(anyUrl()).willReturn(answer));
    }

    private static Then first(ResponseDefinitionBuilder answer) {
        SERVER.stubFor(any(anyUrl())
                .inScenario("then")
                .whenScenarioStateIs(STARTED)
                .willReturn(answer)
                .willSetStateTo("second"));
        return second -> SERVER.stubFor(
                any(anyUrl()).inScenario("then").whenScenarioStateIs("second").willReturn(second));
    }

    private interface Then {
        void then(ResponseDefinitionBuilder answer);
    }

    private JsonObject call(Function<PolicyClient, JsonObject> request) {
        return beans.get(Calls.class).repeatable(target, () -> request.apply(client()));
    }

    private UpstreamException failure(Function<PolicyClient, JsonObject> request) {
        return raised(() -> call(request));
    }

    private UpstreamException once(Function<PolicyClient, JsonObject> request) {
        return raised(() -> beans.get(Calls.class).once(target, () -> request.apply(client())));
    }

    private static UpstreamException raised(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        UpstreamException failure = catchThrowableOfType(UpstreamException.class, call);
        assertThat(failure).as("the call was expected to fail").isNotNull();
        return failure;
    }

    private PolicyClient client() {
        return beans.get(RestClients.class).client(PolicyClient.class, target, new PlainErrors(CLOCK));
    }

    private String pauses() {
        return beans.get(RecordingPauser.class).pauses().toString();
    }

    private static final class PlainErrors extends StatusMapper {

        PlainErrors(Clock clock) {
            super("instance", clock);
        }

        @Override
        protected Meaning meaning(int status, Optional<JsonObject> body) {
            return new Meaning(kind(status), null, "status " + status);
        }
    }
}
