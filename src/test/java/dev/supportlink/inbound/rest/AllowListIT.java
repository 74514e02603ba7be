package dev.supportlink.inbound.rest;

import static dev.supportlink.inbound.rest.AllowListCalls.ELSEWHERE;
import static dev.supportlink.inbound.rest.AllowListCalls.HERE;
import static dev.supportlink.inbound.rest.AllowListCalls.PATH;
import static dev.supportlink.inbound.rest.AllowListCalls.body;
import static dev.supportlink.inbound.rest.TokenCalls.TOKEN;
import static dev.supportlink.inbound.rest.TokenCalls.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.inbound.ProbeCredentials;
import dev.supportlink.inbound.allowlist.GuideAddresses;
import dev.supportlink.secret.Secret;
import dev.supportlink.testing.AdminClient;
import dev.supportlink.testing.AdminClient.Reply;
import dev.supportlink.testing.RawHttp;
import dev.supportlink.testing.SetupPath;
import dev.supportlink.testing.SharedDeployment;
import dev.supportlink.testing.Waiting;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in by address, and who may say so. */
class AllowListIT extends SharedDeployment {

    private static final String INCIDENTS = "/api/now/table/incident";
    private static final Instant BEGINNING = Instant.now().minusSeconds(5);

    private static TokenCalls calls;

    private final AllowListCalls list = new AllowListCalls(firstUser());

    @BeforeAll
    static void openConnection() {
        calls = TokenCalls.forNewConnection(SERVER, firstUser(), "Allow list");
    }

    @AfterEach
    void restore() {
        list.restore();
    }

    @Test
    void guidesAddressesAreShippedAndOff() {
        list.restore();
        JsonObject shipped = list.read().json();

        assertThat(shipped.getBoolean("enabled")).isFalse();
        assertThat(shipped.getJsonArray("ranges").getValuesAs(JsonString::getString))
                .isEqualTo(GuideAddresses.ALL.stream()
                        .map(address -> address + "/32")
                        .toList());
        assertThat(calls.signIn().statusCode()).isEqualTo(200);
    }

    @Test
    void callersFromElsewhereAreRefusedInTheShapeOfTheirApi() {
        String token = json(calls.signIn()).getString("access_token");
        list.on(ELSEWHERE);

        HttpResponse<String> signIn = calls.signIn();
        HttpResponse<String> read = calls.read(token);

        assertThat(signIn.statusCode()).isEqualTo(403);
        assertThat(json(signIn).keySet()).containsExactlyInAnyOrder("error", "error_description");
        assertThat(json(signIn).getString("error")).isEqualTo("access_denied");
        assertThat(signIn.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(signIn.headers().firstValue("X-Request-Id")).isPresent();
        assertThat(read.statusCode()).isEqualTo(403);
        assertThat(read.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(json(read).getString("status")).isEqualTo("failure");
        assertThat(json(read).getJsonObject("error").keySet()).containsExactlyInAnyOrder("message", "detail");
        assertThat(calls.post(TokenCalls.REVOKE, "token=" + token).statusCode()).isEqualTo(403);
    }

    @Test
    void refusalsAreAuditedButDoNotFillTheTrail() {
        list.on(ELSEWHERE);
        for (int number = 0; number < 60; number++) {
            assertThat(calls.signIn().statusCode()).isEqualTo(403);
        }

        Waiting.until(Duration.ofSeconds(20), "the refusal", () -> !refusals().isEmpty());
        assertThat(refusals()).hasSizeLessThan(5).allSatisfy(event -> {
            assertThat(event.getJsonObject("detail").getString("address")).isIn("127.0.0.1", "::/64");
            assertThat(event.getString("actor")).isEqualTo("anonymous");
        });
    }

    @Test
    void callersFromTheListComeIn() {
        list.on(HERE);

        HttpResponse<String> signIn = calls.signIn();

        assertThat(signIn.statusCode()).isEqualTo(200);
        assertThat(calls.read(json(signIn).getString("access_token")).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth_token.do",
                "/oauth_token.do;x=1",
                "/%6Fauth_token.do",
                "/oauth%5Ftoken.do",
                "/oauth_token.do/",
                "//oauth_token.do",
                "/./oauth_token.do",
                "/console/../oauth_token.do",
                "/console/..;/oauth_token.do",
                "/health/%2e%2e/oauth_token.do",
                "/admin/..%2foauth_token.do",
                "/admin%2f..%2foauth_token.do",
                "/OAUTH_TOKEN.DO",
            })
    void noSpellingOfTheTokenEndpointGetsAround(String path) {
        int open = post(path);
        list.on(ELSEWHERE);
        int closed = post(path);

        assertThat(closed).isNotEqualTo(200);
        if (open == 200) {
            assertThat(closed).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/",
                "/api/now",
                INCIDENTS,
                "/api/now/v1/table/incident",
                "/api/now/unknown",
                "/api/n%6Fw/table/incident",
                "/%61pi/now/table/incident",
                "/api//now/table/incident",
                "/api;x=1/now/table/incident",
                "/api/now/../now/table/incident",
                "//api/now/table/incident",
                "/console/../api/now/table/incident",
                "/api/now/table/incident?sysparm_query=%",
            })
    void noSpellingOfTheTableApiGetsAround(String path) {
        list.on(ELSEWHERE);

        String answer = RawHttp.get(SERVER.base(), path);

        assertThat(answer).startsWith("HTTP/1.1 403 ").contains("\"status\":\"failure\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-For",
                "Forwarded",
                "X-Real-IP",
                "X-Client-IP",
                "True-Client-IP",
                "$WSRA",
                "$WSRH",
                "X-SupportLink-Probe"
            })
    void headersOfStrangersMeanNothing(String header) {
        list.on(ELSEWHERE);

        assertThat(calls.send(calls.form(TOKEN, calls.user() + "&" + calls.client())
                                .header(header, "203.0.113.9"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void probeComesInWhileCallersAreRefused() {
        SetupPath path = SetupPath.begin(list.operator(), "allow list " + UUID.randomUUID())
                .complete();
        list.on(ELSEWHERE);

        JsonObject report = list.operator()
                .post(path.path() + "/verifications?wait=PT60S", null)
                .expect(200)
                .json();

        assertThat(report.getJsonArray("checks").getValuesAs(JsonObject.class))
                .filteredOn(check -> check.getString("id").equals("inbound-path"))
                .extracting(check -> check.getString("outcome"))
                .containsExactly("passed");
        assertThat(calls.signIn().statusCode()).isEqualTo(403);
        assertThat(calls.send(calls.form(TOKEN, calls.user() + "&" + calls.client())
                                .header(
                                        ProbeCredentials.PASS_HEADER,
                                        Secret.generate().reveal()))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void nobodyElseIsConcerned() {
        list.on(ELSEWHERE);

        assertThat(SERVER.get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(SERVER.get("/console/").statusCode()).isNotEqualTo(403);
        assertThat(list.operator().get("/admin/v1/connections").status()).isEqualTo(200);
    }

    @Test
    void operatorsChangeAndAuditorsRead() {
        AdminClient auditor = user("auditor");
        AdminClient admin = user("m365-admin");

        auditor.get(PATH).expect(200);
        auditor.put(PATH, body(true, HERE), "*").expect(403);
        auditor.put(PATH, Json.createObjectBuilder().build(), "*").expect(403);
        admin.get(PATH).expect(403);
        admin.put(PATH, body(true, HERE), "*").expect(403);
        assertThat(list.read().json().getBoolean("enabled")).isFalse();
    }

    @Test
    void changeNeedsTheEtagOfTheLastRead() {
        AdminClient operator = list.operator();
        String etag = list.read().etag().orElseThrow();

        operator.put(PATH, body(true, HERE), null).expect(428);
        Reply changed = operator.put(PATH, body(true, HERE), etag).expect(200);
        operator.put(PATH, body(true, ELSEWHERE), etag).expect(412);
        Reply same = operator.put(PATH, body(true, HERE[1], HERE[0]), null).expect(200);

        assertThat(changed.etag()).isPresent().isNotEqualTo(Optional.of(etag));
        assertThat(same.etag()).isEqualTo(changed.etag());
        assertThat(list.read().json()).isEqualTo(changed.json()).isEqualTo(same.json());
    }

    @Test
    void whatWasReadMayBeSentBackWhole() {
        operatorPutsBack();
        list.operator()
                .post("/admin/v1/jobs/check-network/executions?wait=PT60S", null)
                .expect(200);
        assertThat(list.read().json().get("lastNetworkCheck")).isInstanceOf(JsonObject.class);
        operatorPutsBack();
    }

    @Test
    void changeIsAudited() {
        list.on(ELSEWHERE);

        JsonObject newest = list.audited("allow-list-changed", BEGINNING).get(0);

        assertThat(newest.getString("actor")).isEqualTo("admin");
        assertThat(newest.getJsonObject("detail").getString("added")).isEqualTo(ELSEWHERE);
        assertThat(newest.getJsonObject("detail").getString("removed")).contains("52.149.152.32/32");
        assertThat(newest.getJsonObject("detail").getString("enabled")).isEqualTo("true");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|enabled",
                "{'enabled':true,'ranges':[]}|ranges",
                "{'enabled':true}|ranges",
                "{'enabled':1,'ranges':[]}|enabled",
                "{'enabled':true,'ranges':'::1'}|ranges",
                "{'enabled':true,'ranges':['::1','10.0.0.1/8']}|ranges[1]",
                "{'enabled':true,'ranges':['::1','::2','localhost']}|ranges[2]",
                "{'enabled':true,'ranges':['::1'],'note':'x'}|note",
            })
    void wrongListIsRefusedByField(String text, String field) {
        Reply refused = list.operator().put(PATH, SetupPath.json(text), "*").expect(400);

        assertThat(refused.json().getJsonArray("errors").getValuesAs(JsonObject.class))
                .extracting(error -> error.getString("field"))
                .contains(field);
        assertThat(list.read().json().getBoolean("enabled")).isFalse();
    }

    private void operatorPutsBack() {
        list.operator().put(PATH, list.read().json(), null).expect(200);
    }

    private List<JsonObject> refusals() {
        return list.audited("caller-refused", BEGINNING).stream()
                .filter(event ->
                        event.getJsonObject("detail").getString("reason").equals("address-not-allowed"))
                .toList();
    }

    private static int post(String path) {
        return calls.send(calls.at(path)
                        .header("Content-Type", TokenCalls.FORM)
                        .POST(BodyPublishers.ofString(calls.user() + "&" + calls.client())))
                .statusCode();
    }

    private AdminClient user(String role) {
        String name = role + "-" + UUID.randomUUID().toString().substring(0, 8);
        JsonObject wanted = Json.createObjectBuilder()
                .add("name", name)
                .add("password", "correct horse battery")
                .add(
                        "roles",
                        Json.createArrayBuilder().add(Json.createObjectBuilder().add("role", role)))
                .build();
        list.operator().post("/admin/v1/users", wanted).expect(201);
        return list.operator().as(name, "correct horse battery");
    }
}
