package dev.supportlink.incident.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.testing.AdminClient;
import dev.supportlink.testing.CallerAtMicrosoft;
import dev.supportlink.testing.Evaluation;
import dev.supportlink.testing.RawHttp;
import dev.supportlink.testing.SharedDeployment;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A caller cannot tell another connection's incident from one that does not exist, whatever it tries. */
class IsolationIT extends SharedDeployment {

    private static final String TABLE = "/api/now/table/incident";
    private static final Set<String> OF_THE_MOMENT = Set.of("date", "x-request-id");

    private static CallerAtMicrosoft stranger;
    private static CallerAtMicrosoft owner;
    private static JsonObject hidden;

    /** One way to ask for a record: method, path before and after its sys_id, body, and a method named in a header. */
    record Attempt(String method, String before, String after, String body, String override) {}

    @BeforeAll
    static void hideAnIncident() {
        AdminClient admin = firstUser();
        String owners = Evaluation.connection(admin, "isolation " + UUID.randomUUID());
        String other = Evaluation.connection(admin, "isolation " + UUID.randomUUID());
        owner = CallerAtMicrosoft.signedIn(admin, SERVER.base(), owners);
        stranger = CallerAtMicrosoft.signedIn(admin, SERVER.base(), other);
        hidden = hide(UUID.randomUUID().toString());
    }

    private static JsonObject hide(String correlationId) {
        return owner.create(Json.createObjectBuilder()
                .add("short_description", "hidden")
                .add("u_secret", "hidden")
                .add("correlation_id", correlationId)
                .build());
    }

    static Stream<Attempt> attempts() {
        List<String> bodies = List.of(
                "{\"short_description\":\"mine\"}",
                "{\"work_notes\":\"mine\"}",
                "{\"state\":\"6\"}",
                "{\"state\":\"7\"}",
                "{\"junk\":\"x\"}",
                "{\"correlation_id\":\"" + UUID.randomUUID() + "\"}",
                "{}",
                "[]",
                "{",
                "");
        Stream<Attempt> changes = Stream.of("PATCH", "PUT", "POST")
                .flatMap(method -> bodies.stream().map(body -> new Attempt(method, TABLE + "/", "", body, "")));
        Stream<Attempt> overridden = Stream.of("GET", "PATCH", "PUT", "DELETE")
                .map(method -> new Attempt("POST", TABLE + "/", "", "{\"short_description\":\"mine\"}", method));
        Stream<Attempt> reads = Stream.of("GET", "HEAD", "OPTIONS", "DELETE")
                .flatMap(method -> Stream.of("", "/", "?sysparm_fields=u_secret", "?sysparm_display_value=all", "/x")
                        .map(after -> new Attempt(method, TABLE + "/", after, "", "")));
        Stream<Attempt> versions = Stream.of("/api/now/v1/table/incident/", "/api/now/v2/table/incident/")
                .map(path -> new Attempt("GET", path, "", "", ""));
        Stream<Attempt> queries = Stream.of(
                        "sys_id%3D",
                        "sys_idIN",
                        "sys_idSTARTSWITH",
                        "sys_idLIKE",
                        "number!%3Dx%5EORsys_id%3D",
                        "stateISNOTEMPTY%5Esys_id%3D",
                        "ORDERBYDESCu_secret%5Esys_id%3D",
                        "sys_id!%3D")
                .map(query -> new Attempt("GET", TABLE + "?sysparm_query=" + query, "", "", ""));
        return Stream.of(changes, overridden, reads, versions, queries).flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void anothersRecordIsAnsweredAsOneThatIsNone(Attempt attempt) {
        assertThat(answerTo(attempt, hidden.getString("sys_id")))
                .isEqualTo(answerTo(attempt, UUID.randomUUID().toString().replace("-", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"number", "correlation_id", "sys_id", "u_secret", "short_description"})
    void noFieldFindsIt(String field) {
        String query = field + "%3D" + hidden.getString(field);
        HttpResponse<String> answer = stranger.get(TABLE + "?sysparm_query=" + query);

        assertThat(answer.headers().firstValue("X-Total-Count")).contains("0");
        assertThat(answer.body()).doesNotContain(hidden.getString("sys_id"));
    }

    @Test
    void itsCorrelationIdIsFreeElsewhere() {
        String correlation = UUID.randomUUID().toString();
        hide(correlation);

        JsonObject own = stranger.create(Json.createObjectBuilder()
                .add("correlation_id", correlation)
                .add("sys_id", hidden.getString("sys_id"))
                .add("number", hidden.getString("number"))
                .build());

        assertThat(own.getString("sys_id")).isNotEqualTo(hidden.getString("sys_id"));
        assertThat(own.getString("number")).isNotEqualTo(hidden.getString("number"));
        assertThat(own.getString("short_description")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/x/../api/now/table/incident",
                "/./api/now/table/incident",
                "/%2e/api/now/table/incident",
                "/admin/../api/now/table/incident",
                "/admin/..;x/api/now/table/incident",
                "/admin/v1/..%2f..%2fapi/now/table/incident",
                "/oauth_token.do/../api/now/table/incident",
                "/oauth_token.do;/../api/now/table/incident",
                "/console/../api/now/table/incident",
                "/health/../api/now/table/incident",
                "/%61pi/now/table/incident",
                "/api%2fnow/table/incident",
                "/api;a=b/now;c=d/table/incident;e=f",
                "\\api\\now\\table\\incident",
                "/api/now/table/incident%00",
                "///api///now///table///incident",
                "http://localhost/api/now/table/incident"
            })
    void noSpellingOfAPathLeadsPastTheBearer(String path) {
        String answer = RawHttp.get(SERVER.base(), path, "Accept: application/json\r\n");

        assertThat(status(answer)).isBetween(300, 499);
        assertThat(answer).doesNotContain("\"result\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer eyJhbGciOiJub25lIn0.e30.",
                "Bearer eyJhbGciOiJSUzI1NiJ9.e30.AA",
                "Bearer a.b.c",
                "Bearer ..",
                "Bearer \t",
                "Bearer \0",
                "Bearer%20x",
                "Bearer,Bearer",
                "DPoP x",
                ""
            })
    void noMadeUpBearerIsMoreThanRefused(String authorization) {
        String answer = RawHttp.get(SERVER.base(), TABLE, "Authorization: " + authorization + "\r\n");

        assertThat(status(answer)).isBetween(400, 401);
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 16_384, 16_385, 30_000})
    void longBearersAreRefused(int length) {
        for (String kind : List.of("a".repeat(length), "a".repeat(length - 4) + ".b.c")) {
            String answer = RawHttp.get(SERVER.base(), TABLE, "Authorization: Bearer " + kind + "\r\n");

            assertThat(status(answer)).isEqualTo(401);
        }
    }

    private static String answerTo(Attempt attempt, String sysId) {
        var request = stranger.request(attempt.before() + sysId + attempt.after())
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(
                        attempt.method(),
                        attempt.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(attempt.body()));
        if (!attempt.override().isEmpty()) {
            request.header("X-HTTP-Method-Override", attempt.override());
        }
        HttpResponse<String> answer = stranger.send(request);
        return answer.statusCode() + " "
                + lasting(answer.headers().map()).toString().replace(sysId, "<sys_id>") + " "
                + answer.body().replace(sysId, "<sys_id>");
    }

    private static Map<String, List<String>> lasting(Map<String, List<String>> headers) {
        Map<String, List<String>> lasting = new TreeMap<>(headers);
        lasting.keySet().removeIf(name -> OF_THE_MOMENT.contains(name.toLowerCase(java.util.Locale.ROOT)));
        return lasting;
    }

    private static int status(String answer) {
        assertThat(answer).startsWith("HTTP/1.1 ");
        return Integer.parseInt(answer.substring(9, 12));
    }
}
