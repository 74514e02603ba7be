package dev.supportlink.outbound.self;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static dev.supportlink.outbound.testing.Failures.codeOf;
import static dev.supportlink.outbound.testing.Failures.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.supportlink.inbound.ProbeCaller;
import dev.supportlink.inbound.ProbeCredentials;
import dev.supportlink.outbound.testing.OutboundBeans;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import dev.supportlink.secret.Secret;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelfContractTest {

    private static final WireMockServer SERVER =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    private final ProbeCredentials credentials = new ProbeCredentials(
            "c1", "client", Secret.of("client&secret"), "user", Secret.of("pass+word"), Secret.of("one-time"));
    private static OutboundBeans shared;

    private OutboundBeans beans;

    @BeforeAll
    static void start() {
        SERVER.start();
        // Not a sandbox: the public URL on loopback is the probe's own exception.
        shared = start(Map.of("supportlink.public-url", base(), "supportlink.outbound.circuit-breaker.calls", "1000"));
    }

    @AfterAll
    static void stop() {
        shared.close();
        SERVER.stop();
    }

    @BeforeEach
    void soundServer() {
        SERVER.resetAll();
        beans = shared;
        SERVER.stubFor(post("/oauth_token.do").willReturn(okJson("{\"access_token\":\"abc\",\"expires_in\":1799}")));
        SERVER.stubFor(get(urlPathEqualTo("/api/now/table/incident")).willReturn(okJson("{\"result\":[]}")));
        SERVER.stubFor(post("/oauth_revoke_token.do").willReturn(ok()));
    }

    @Test
    void probeSignsInReadsOnceAndRevokes() {
        probe().signInReadAndRevoke(credentials);

        SERVER.verify(
                1,
                postRequestedFor(urlEqualTo("/oauth_token.do"))
                        .withHeader("X-SupportLink-Probe", equalTo("one-time"))
                        .withHeader("Content-Type", containing("application/x-www-form-urlencoded"))
                        .withRequestBody(containing("grant_type=password"))
                        .withRequestBody(containing("client_id=client"))
                        .withRequestBody(containing("client_secret=client%26secret"))
                        .withRequestBody(containing("username=user"))
                        .withRequestBody(containing("password=pass%2Bword")));
        SERVER.verify(
                1,
                getRequestedFor(urlEqualTo("/api/now/table/incident?sysparm_limit=1"))
                        .withHeader("X-SupportLink-Probe", equalTo("one-time"))
                        .withHeader("Authorization", equalTo("Bearer abc")));
        SERVER.verify(
                1,
                postRequestedFor(urlEqualTo("/oauth_revoke_token.do"))
                        .withHeader("X-SupportLink-Probe", equalTo("one-time"))
                        .withRequestBody(equalTo("token=abc")));
    }

    @ParameterizedTest
    @CsvSource({
        "400, REJECTED",
        "401, UNAUTHENTICATED",
        "403, FORBIDDEN",
        "404, NOT_FOUND",
        "409, CONFLICT",
        "429, THROTTLED",
        "500, UNAVAILABLE",
        "502, UNAVAILABLE"
    })
    void refusedSignInIsToldAndNotRepeated(int status, Kind kind) {
        SERVER.stubFor(post("/oauth_token.do")
                .willReturn(aResponse().withStatus(status).withBody("{\"error\":\"invalid_client\"}")));

        UpstreamException failure = failureOf(() -> probe().signInReadAndRevoke(credentials));

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.system()).isEqualTo("self");
        assertThat(failure).hasMessageContaining("invalid_client");
        SERVER.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void tokenIsRevokedAlsoWhenTheReadFails() {
        SERVER.stubFor(get(urlPathEqualTo("/api/now/table/incident"))
                .willReturn(aResponse().withStatus(403)));

        assertThat(failureOf(() -> probe().signInReadAndRevoke(credentials)).kind())
                .isEqualTo(Kind.FORBIDDEN);
        SERVER.verify(1, postRequestedFor(urlEqualTo("/oauth_revoke_token.do")));
    }

    @Test
    void somethingElseAtThePublicUrlIsNamed() {
        SERVER.stubFor(post("/oauth_token.do")
                .willReturn(aResponse().withHeader("Content-Type", "text/html").withBody("<html>")));
        assertThat(codeOf(() -> probe().signInReadAndRevoke(credentials))).isEqualTo("html-instead-of-json");

        SERVER.stubFor(post("/oauth_token.do").willReturn(okJson("{}")));
        assertThat(failureOf(() -> probe().signInReadAndRevoke(credentials)).kind())
                .isEqualTo(Kind.MALFORMED);

        SERVER.stubFor(
                post("/oauth_token.do").willReturn(aResponse().withStatus(308).withHeader("Location", "/x")));
        assertThat(codeOf(() -> probe().signInReadAndRevoke(credentials))).isEqualTo("redirected");
    }

    @Test
    void faultsOnTheWayAreNamed() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertThat(codeOf(() -> probe().signInReadAndRevoke(credentials))).isEqualTo("reset");

        try (OutboundBeans elsewhere = start(Map.of("supportlink.public-url", "http://localhost:1"))) {
            beans = elsewhere;
            assertThat(codeOf(() -> probe().signInReadAndRevoke(credentials))).isEqualTo("connect");
        }
    }

    @Test
    void silenceEndsWithATimeOut() {
        SERVER.stubFor(any(anyUrl()).willReturn(ok().withFixedDelay(600)));
        try (OutboundBeans hasty =
                OutboundBeans.startHasty(Map.of("supportlink.sandbox", "false", "supportlink.public-url", base()))) {
            beans = hasty;
            assertThat(codeOf(() -> probe().signInReadAndRevoke(credentials))).isEqualTo("timeout");
        }
    }

    @Test
    void onlyExactlyThePublicUrlMayBeCalled() {
        OwnAddress rule = beans.get(OwnAddress.class);

        rule.check("self", URI.create("http://localhost:" + SERVER.port() + "/oauth_token.do"));
        assertThat(codeOf(() -> rule.check("self", URI.create("http://127.0.0.1:" + SERVER.port()))))
                .isEqualTo("address-not-allowed");
        assertThat(codeOf(() -> rule.check("self", URI.create("http://localhost:1"))))
                .isEqualTo("address-not-allowed");
    }

    @Test
    void plainHttpEndsWhereTheServerIsOpenToTheNetwork() {
        try (OutboundBeans open =
                start(Map.of("supportlink.public-url", base(), "supportlink.http.allow-remote", "true"))) {
            beans = open;
            assertThat(codeOf(() -> probe().signInReadAndRevoke(credentials))).isEqualTo("address-not-allowed");
        }
        SERVER.verify(0, anyRequestedFor(anyUrl()));
    }

    private ProbeCaller probe() {
        return beans.get(ProbeCaller.class);
    }

    private static String base() {
        return "http://localhost:" + SERVER.port();
    }

    private static OutboundBeans start(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("supportlink.sandbox", "false");
        return OutboundBeans.start(all);
    }
}
