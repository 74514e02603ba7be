package dev.supportlink.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.testing.AdminClient;
import dev.supportlink.testing.AdminClient.Reply;
import dev.supportlink.testing.HttpSocket;
import dev.supportlink.testing.RawHttp;
import dev.supportlink.testing.SharedDeployment;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every error that a caller can provoke has the shape of its path, and tells nothing about the inside. */
class ErrorShapesIT extends SharedDeployment {

    private static final String USERS = "/admin/v1/users";
    private static final String JSON = "application/json";

    @Test
    void unknownPathsAreProblems() {
        assertProblem(admin().get("/admin/v1/nowhere"), 404, "not-found", "/admin/v1/nowhere");
        HttpResponse<String> anonymous = SERVER.get("/nowhere");
        assertThat(anonymous.statusCode()).isEqualTo(404);
        assertThat(anonymous.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(anonymous.body()).contains("\"instance\":\"/nowhere\"");
    }

    @Test
    void wrongMethodTellsTheRightOnes() {
        Reply reply = admin().send(admin().request(USERS).DELETE());

        assertProblem(reply, 405, "method-not-allowed", USERS);
        assertThat(reply.response().headers().firstValue("Allow").orElseThrow())
                .contains("GET", "POST")
                .doesNotContain("DELETE");
    }

    /** Else a client or proxy would take the body for the beginning of the next answer. */
    @ParameterizedTest
    @ValueSource(strings = {USERS, "/api/now/table/incident", "/oauth_token.do", "/nowhere", "/%ff"})
    void refusedHeadHasNoBody(String path) throws IOException {
        try (HttpSocket socket = new HttpSocket(SERVER.base())) {
            int refused = socket.exchange(request("HEAD", path)).status();
            int next = socket.exchange(request("GET", "/health/ready")).status();

            assertThat(refused).isBetween(400, 499);
            assertThat(next).isEqualTo(200);
        }
    }

    /** The server does not take the body of TRACE out of the connection: it must not be read as the next request. */
    @ParameterizedTest
    @ValueSource(strings = {USERS, "/api/now/table/incident", "/oauth_token.do"})
    void traceEndsTheConnection(String path) {
        String answer = RawHttp.send(
                SERVER.base(),
                "TRACE " + path
                        + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 40\r\n\r\n"
                        + "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 4").containsIgnoringCase("connection: close");
        assertThat(answer.split("HTTP/1.1 ", -1)).hasSize(2);
    }

    /** Each method and host makes numbers of its own, which would fill the heap. */
    @Test
    void numbersAreNotKeptForEveryMethodAndHost() throws IOException {
        try (HttpSocket socket = new HttpSocket(SERVER.base())) {
            socket.exchange("FILLER /admin/v1/users HTTP/1.1\r\nHost: filler.example\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
        }

        assertThat(SERVER.get("/metrics").body())
                .contains("memory_usedHeap_bytes")
                .doesNotContain("FILLER")
                .doesNotContain("filler.example");
    }

    private static byte[] request(String method, String path) {
        return (method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void staticContentIsReadOnly() {
        HttpResponse<String> answer = SERVER.send(
                SERVER.request("/console/").POST(BodyPublishers.ofString("x")).build());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth_token.do", "/oauth_revoke_token.do", "/api/now/table/incident"})
    void traceIsRefusedInTheShapeOfThePath(String path) {
        HttpResponse<String> answer = SERVER.send(
                SERVER.request(path).method("TRACE", BodyPublishers.noBody()).build());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).contains("json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "5", "'x'", "true"})
    void aBodyThatIsNoObjectIsUnreadable(String body) {
        String json = body.replace('\'', '"');
        String connections = "/admin/v1/connections";
        Reply reply = admin().send(admin().request(connections)
                .header("Content-Type", JSON)
                .POST(BodyPublishers.ofString(json)));

        assertProblem(reply, 400, "unreadable-body", connections);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded"})
    void otherMediaTypesAreNotAccepted(String type) {
        assertProblem(post(type, BodyPublishers.ofString("x")), 415, "unsupported-media-type", USERS);
    }

    @Test
    void otherMediaTypesAreNotGiven() {
        Reply reply = admin().send(
                        admin().request(USERS).header("Accept", "text/html").GET());

        assertProblem(reply, 406, "not-acceptable", USERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "a/b/c", ";"})
    void unreadableMediaTypesAreNotAccepted(String type) {
        assertProblem(post(type, BodyPublishers.ofString("x")), 415, "unsupported-media-type", USERS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "nonsense", "null", "[]", "\"text\"", "{\"name\":\"a\"} x", "{\"name\":1,\"name\":2}"})
    void whatIsNoJsonObjectIsUnreadable(String body) {
        assertProblem(post(JSON, BodyPublishers.ofString(body)), 400, "unreadable-body", USERS);
    }

    @Test
    void binaryRubbishIsUnreadable() {
        byte[] rubbish = {(byte) 0xff, (byte) 0xfe, 0, 1, 2, (byte) 0x80};

        assertProblem(post(JSON, BodyPublishers.ofByteArray(rubbish)), 400, "unreadable-body", USERS);
    }

    @Test
    void deepNestingIsUnreadable() {
        String deep = "{\"roles\":" + "[".repeat(200_000);

        assertProblem(post(JSON, BodyPublishers.ofString(deep)), 400, "unreadable-body", USERS);
    }

    @Test
    void oversizedBodiesAreRefusedAnnouncedOrNot() {
        byte[] large =
                ("{\"name\":\"" + "x".repeat(2_000_000) + "\"}").getBytes(java.nio.charset.StandardCharsets.UTF_8);

        assertProblem(post(JSON, BodyPublishers.ofByteArray(large)), 413, "body-too-large", USERS);
        assertProblem(
                post(JSON, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))),
                413,
                "body-too-large",
                USERS);
    }

    @Test
    void everyWrongFieldIsNamed() {
        Reply reply = post(
                JSON,
                BodyPublishers.ofString("{\"nam\":\"a\",\"password\":5,\"roles\":[{\"role\":\"king\"},\"operator\"]}"));

        assertProblem(reply, 400, "invalid-input", USERS);
        assertThat(reply.json().getJsonArray("errors").getValuesAs(JsonObject.class))
                .extracting(error -> error.getString("field"))
                .containsExactlyInAnyOrder("nam", "name", "password", "roles[0].role", "roles[1]");
    }

    @ParameterizedTest
    @CsvSource({"limit=0", "limit=201", "limit=x", "cursor="})
    void wrongParametersAreNamed(String query) {
        Reply reply = admin().get(USERS + "?" + query);

        assertProblem(reply, 400, "invalid-input", USERS);
        assertThat(reply.json().getJsonArray("errors").getJsonObject(0).getString("field"))
                .isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @Test
    void changesNeedTheEtagOfTheLastRead() {
        String path = USERS + "/admin/roles";
        String body = "{\"roles\":[{\"role\":\"operator\"},{\"role\":\"auditor\"}]}";

        assertProblem(put(path, body, null), 428, "precondition-required", path);
        assertProblem(put(path, body, "\"999\""), 412, "stale", path);
        assertProblem(put(path, body, "W/\"1\""), 412, "stale", path);
        assertProblem(put(path, body, "1"), 400, "bad-request", path);
    }

    @Test
    void tokenEndpointSpeaksOauth() {
        HttpResponse<String> wrongMethod = SERVER.get("/oauth_token.do");
        assertThat(wrongMethod.statusCode()).isEqualTo(405);
        assertThat(wrongMethod.headers().firstValue("Allow").orElseThrow()).contains("POST");
        assertOauthShape(wrongMethod);

        HttpResponse<String> json = anonymousPost("/oauth_token.do", JSON, "{}");
        assertThat(json.statusCode()).isEqualTo(415);
        assertOauthShape(json);

        HttpResponse<String> large =
                anonymousPost("/oauth_token.do", "application/x-www-form-urlencoded", "a=" + "x".repeat(2_000_000));
        assertThat(large.statusCode()).isEqualTo(413);
        assertOauthShape(large);

        HttpResponse<String> escape =
                anonymousPost("/oauth_token.do", "application/x-www-form-urlencoded", "grant_type=%zz");
        assertThat(escape.statusCode()).isEqualTo(400);
        assertOauthShape(escape);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/now/table/incident",
                "/api/now/v1/table/incident",
                "/api/now/v2/table/incident/0123456789abcdef0123456789abcdef",
                "/api/now/table/sys_user",
                "/api/now/nowhere"
            })
    void tableApiSpeaksAsServiceNowDoes(String path) {
        HttpResponse<String> answer = SERVER.get(path);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(JSON);
        JsonObject body = json(answer.body());
        assertThat(body.getString("status")).isEqualTo("failure");
        assertThat(body.getJsonObject("error").keySet()).containsExactlyInAnyOrder("message", "detail");
        assertNothingInside(answer.body());
    }

    @ParameterizedTest
    @CsvSource({"/admin/v1/users?limit=%zz, 400", "/nowhere?x=%zz, 400", "/api/now/table/incident?sysparm_query=%, 400"
    })
    void brokenEscapesInQueriesAreNoFailureOfTheServer(String path, int status) {
        // Java's own client refuses to send such a path.
        String answer = RawHttp.get(SERVER.base(), path);

        assertThat(answer).startsWith("HTTP/1.1 " + status).doesNotContain("<html", "<H1>");
    }

    private static Reply put(String path, String body, String ifMatch) {
        java.net.http.HttpRequest.Builder request =
                admin().request(path).header("Content-Type", JSON).PUT(BodyPublishers.ofString(body));
        return admin().send(ifMatch == null ? request : request.header("If-Match", ifMatch));
    }

    private static Reply post(String type, BodyPublisher body) {
        return admin().send(admin().request(USERS).header("Content-Type", type).POST(body));
    }

    private static HttpResponse<String> anonymousPost(String path, String type, String body) {
        return SERVER.send(SERVER.request(path)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static AdminClient admin() {
        return firstUser();
    }

    private static void assertProblem(Reply reply, int status, String type, String instance) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.response().headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonObject problem = reply.json();
        assertThat(problem.getString("type")).isEqualTo("urn:supportlink:problem:" + type);
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("detail")).isNotBlank();
        assertThat(problem.getString("instance")).isEqualTo(instance);
        assertThat(reply.response().headers().firstValue("X-Request-Id")).hasValue(problem.getString("requestId"));
        assertNothingInside(reply.text());
    }

    private static void assertOauthShape(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(JSON);
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(json(answer.body()).getString("error")).isEqualTo("invalid_request");
        assertNothingInside(answer.body());
    }

    private static void assertNothingInside(String body) {
        assertThat(body).doesNotContain("Exception", "\tat ", "dev.supportlink", "RESTEASY", "<html", "<H1>");
    }

    private static JsonObject json(String text) {
        return jakarta.json.Json.createReader(new java.io.StringReader(text)).readObject();
    }
}
