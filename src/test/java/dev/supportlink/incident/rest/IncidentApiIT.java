package dev.supportlink.incident.rest;

import static dev.supportlink.testing.CallerAtMicrosoft.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.testing.AdminClient;
import dev.supportlink.testing.CallerAtMicrosoft;
import dev.supportlink.testing.Evaluation;
import dev.supportlink.testing.SharedDeployment;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ServiceNow's Table API over HTTP, and every error that a caller can provoke on it. */
class IncidentApiIT extends SharedDeployment {

    private static final String TABLE = "/api/now/table/incident";

    private static AdminClient admin;
    private static String connection;
    private static CallerAtMicrosoft caller;
    private static CallerAtMicrosoft stranger;

    @BeforeAll
    static void signIn() {
        admin = firstUser();
        connection = Evaluation.connection(admin, "table api " + UUID.randomUUID());
        caller = CallerAtMicrosoft.signedIn(admin, SERVER.base(), connection);
        String other = Evaluation.connection(admin, "stranger " + UUID.randomUUID());
        stranger = CallerAtMicrosoft.signedIn(admin, SERVER.base(), other);
    }

    @Test
    void createdRecordIsAnsweredWholeWithItsLocation() {
        HttpResponse<String> answer = caller.post(TABLE, "{\"short_description\":\"Mail is slow\",\"impact\":1}");

        JsonObject record = json(answer.body()).getJsonObject("result");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location"))
                .contains(SERVER.base() + TABLE + "/" + record.getString("sys_id"));
        assertThat(record.values()).allMatch(JsonString.class::isInstance);
        assertThat(record.getString("number")).matches("INC\\d{7}");
        assertThat(record.getString("priority")).isEqualTo("3");
        assertThat(record.getString("sys_created_on")).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
        assertThat(caller.read(record.getString("sys_id"))).isEqualTo(record);
    }

    @Test
    void incidentIsNotedAndResolved() {
        String sysId = caller.create(json("{\"short_description\":\"x\"}")).getString("sys_id");

        caller.change(sysId, json("{\"work_notes\":\"Looked at it\"}"));
        JsonObject resolved = caller.change(
                sysId, json("{\"state\":\"6\",\"close_code\":\"Solution provided\",\"close_notes\":\"Restarted\"}"));

        assertThat(resolved.getString("state")).isEqualTo("6");
        assertThat(resolved.getString("work_notes")).isEmpty();
        assertThat(resolved.getString("comments_and_work_notes")).contains("(Work notes)\nLooked at it\n");
        assertThat(resolved.getString("sys_mod_count")).isEqualTo("2");
    }

    @Test
    void putMergesAndTakesBackWhatWasRead() {
        JsonObject created = caller.create(json("{\"description\":\"x\",\"u_floor\":\"3\",\"caller_id\":\"abel\"}"));
        String path = TABLE + "/" + created.getString("sys_id");

        HttpResponse<String> whole =
                send(path, "PUT", caller.read(created.getString("sys_id")).toString());
        HttpResponse<String> part = send(path, "PUT", "{\"u_floor\":\"4\"}");

        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(json(whole.body()).getJsonObject("result").getString("sys_mod_count"))
                .isEqualTo("0");
        JsonObject merged = json(part.body()).getJsonObject("result");
        assertThat(merged.getString("u_floor")).isEqualTo("4");
        assertThat(merged.getString("description")).isEqualTo("x");
    }

    @Test
    void repeatedCorrelationIdAnswersTheFirstRecord() {
        String correlation = UUID.randomUUID().toString();
        HttpResponse<String> first = caller.post(TABLE, "{\"correlation_id\":\"" + correlation + "\"}");
        HttpResponse<String> second = caller.post(
                TABLE, "{\"correlation_id\":\"" + correlation + "\",\"state\":\"7\",\"junk\":\"x\",\"tags\":[1]}");
        HttpResponse<String> list = caller.get(TABLE + "?sysparm_query=correlation_id%3D" + correlation);

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(list.headers().firstValue("X-Total-Count")).contains("1");
    }

    @Test
    void correlationIdThatIsNoTextIsNamed() {
        HttpResponse<String> answer = caller.post(TABLE, "{\"correlation_id\":[\"one\"]}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("correlation_id").contains("must be a string");
    }

    @Test
    void listsFilterOrderAndPage() {
        String mark = "m" + UUID.randomUUID().toString().replace("-", "");
        for (int number = 0; number < 5; number++) {
            caller.create(json("{\"short_description\":\"" + mark + " " + number + "\"}"));
        }
        String query = "?sysparm_query=short_descriptionSTARTSWITH" + mark + "%5EORDERBYDESCshort_description";

        HttpResponse<String> page =
                caller.get(TABLE + query + "&sysparm_fields=short_description&sysparm_limit=2&sysparm_offset=2");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(json(page.body()).getJsonArray("result").getValuesAs(JsonObject.class))
                .containsExactly(
                        json("{\"short_description\":\"" + mark + " 2\"}"),
                        json("{\"short_description\":\"" + mark + " 1\"}"));
        assertThat(page.headers().firstValue("X-Total-Count")).contains("5");
        String links = page.headers().firstValue("Link").orElseThrow();
        assertThat(links)
                .startsWith("<" + SERVER.base() + TABLE + query)
                .contains("sysparm_offset=0&sysparm_limit=2>;rel=\"first\"")
                .contains("sysparm_offset=0&sysparm_limit=2>;rel=\"prev\"")
                .contains("sysparm_offset=4&sysparm_limit=2>;rel=\"next\"")
                .contains("sysparm_offset=4&sysparm_limit=2>;rel=\"last\"");
        String next = links.replaceAll(".*<([^>]*)>;rel=\"next\".*", "$1");
        HttpResponse<String> last =
                caller.get(next.substring(SERVER.base().toString().length()));
        assertThat(json(last.body()).getJsonArray("result")).hasSize(1);
    }

    @Test
    void longListComesWholeAndInOrder() {
        String mark = "l" + UUID.randomUUID().toString().replace("-", "");
        for (int number = 100; number < 230; number++) {
            caller.create(json("{\"short_description\":\"" + mark + number + "\",\"work_notes\":\"n\"}"));
        }
        String query = TABLE + "?sysparm_query=short_descriptionSTARTSWITH" + mark + "%5EORDERBYDESCshort_description";

        HttpResponse<String> all = caller.get(query + "&sysparm_display_value=all");

        assertThat(json(all.body()).getJsonArray("result").getValuesAs(JsonObject.class))
                .hasSize(130)
                .isSortedAccordingTo(Comparator.comparing((JsonObject record) ->
                                record.getJsonObject("short_description").getString("value"))
                        .reversed());
        assertThat(caller.get(query + "&sysparm_limit=0").body()).isEqualTo("{\"result\":[]}");
        assertThat(json(caller.get(query + "&sysparm_limit=999999999999").body())
                        .getJsonArray("result"))
                .hasSize(130);
        assertThat(json(caller.get(query + "&sysparm_offset=129").body()).getJsonArray("result"))
                .hasSize(1);
        assertThat(caller.get(query + "&sysparm_offset=500").body()).isEqualTo("{\"result\":[]}");
    }

    @Test
    void countAndLinksAreLeftOutWhereTheyAreNotWanted() {
        caller.create(json("{\"category\":\"network\"}"));
        String list = TABLE + "?category=network&sysparm_limit=1";

        HttpResponse<String> full = caller.get(list + "&sysparm_view=ess&sysparm_query_no_domain=true&sysparm_x=y");
        HttpResponse<String> uncounted = caller.get(list + "&sysparm_no_count=true");
        HttpResponse<String> unlinked = caller.get(list + "&sysparm_suppress_pagination_header=true");

        assertThat(full.headers().firstValue("X-Total-Count")).isPresent();
        assertThat(full.headers().firstValue("Link")).isPresent();
        assertThat(json(full.body()).getJsonArray("result")).hasSize(1);
        assertThat(uncounted.headers().firstValue("X-Total-Count")).isEmpty();
        assertThat(unlinked.headers().firstValue("X-Total-Count")).isPresent();
        assertThat(unlinked.headers().firstValue("Link")).isEmpty();
    }

    @Test
    void headAndOptionsAreAnsweredWithoutABody() {
        String sysId = caller.create(json("{}")).getString("sys_id");

        for (String path : List.of(TABLE, TABLE + "/" + sysId)) {
            HttpResponse<String> head = caller.send(caller.request(path).method("HEAD", BodyPublishers.noBody()));
            HttpResponse<String> options = caller.send(caller.request(path).method("OPTIONS", BodyPublishers.noBody()));
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(options.statusCode()).isBetween(200, 204);
            assertThat(options.headers().firstValue("Allow").orElseThrow()).contains("GET");
        }
    }

    @Test
    void removingByAHeaderIsNotCreating() {
        HttpResponse<String> answer = caller.send(
                withJson(TABLE).header("X-http-method-override", "delete").POST(BodyPublishers.ofString("{}")));

        failure(answer, 405, "Method not supported");
    }

    @Test
    void displayValuesAndReferencesLookAsOnAnInstance() {
        JsonObject created = caller.create(json("{\"caller_id\":\"abel.tuter\",\"work_notes\":\"n\"}"));
        String path = TABLE + "/" + created.getString("sys_id") + "?sysparm_fields=state,caller_id,work_notes";

        JsonObject plain = result(path);
        JsonObject shown = result(path + "&sysparm_display_value=true");
        JsonObject both = result(path + "&sysparm_display_value=all");
        JsonObject bare = result(path + "&sysparm_exclude_reference_link=true");

        assertThat(plain.getJsonObject("caller_id")).isEqualTo(json("{\"value\":\"abel.tuter\"}"));
        assertThat(bare.getString("caller_id")).isEqualTo("abel.tuter");
        assertThat(shown.getString("state")).isEqualTo("New");
        assertThat(shown.getString("work_notes")).endsWith("(Work notes)\nn\n\n");
        assertThat(both.getJsonObject("state")).isEqualTo(json("{\"display_value\":\"New\",\"value\":\"1\"}"));
        assertThat(both.getJsonObject("caller_id").getString("value")).isEqualTo("abel.tuter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/now/v1/table/incident", "/api/now/v2/table/incident"})
    void versionsHaveTheirPaths(String table) {
        HttpResponse<String> created = caller.post(table, "{}");

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location").orElseThrow()).startsWith(SERVER.base() + table + "/");
        assertThat(caller.get(table + "?sysparm_limit=1").statusCode()).isEqualTo(200);
    }

    @Test
    void emptyListIsAnErrorInTheFirstVersionOnly() {
        String nothing = "?sysparm_query=number%3Dnone";

        assertThat(caller.get(TABLE + nothing).body()).isEqualTo("{\"result\":[]}");
        assertThat(caller.get("/api/now/v2/table/incident" + nothing).statusCode())
                .isEqualTo(200);
        failure(caller.get("/api/now/v1/table/incident" + nothing), 404, "No Record found");
    }

    @Test
    void methodMayBeNamedInAHeader() {
        String sysId = caller.create(json("{}")).getString("sys_id");

        HttpResponse<String> answer = caller.send(withJson(TABLE + "/" + sysId)
                .header("X-HTTP-Method-Override", "PATCH")
                .POST(BodyPublishers.ofString("{\"state\":\"2\"}")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(caller.read(sysId).getString("state")).isEqualTo("2");
    }

    @Test
    void bodyCanBeLeftOutOfTheAnswer() {
        HttpResponse<String> answer =
                caller.send(withJson(TABLE).header("X-no-response-body", "true").POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("Location")).isPresent();
    }

    /** The vendor leaves it out of answers to writes only. */
    @Test
    void bodyCannotBeLeftOutOfARead() {
        String sysId = caller.create(json("{}")).getString("sys_id");

        HttpResponse<String> answer = caller.send(caller.request(TABLE + "/" + sysId)
                .header("X-no-response-body", "true")
                .GET());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(sysId);
    }

    /** As Python writes them. */
    @Test
    void parametersMayBeginWithACapital() {
        caller.create(json("{}"));

        HttpResponse<String> answer = caller.get(TABLE + "?sysparm_query=%5EORDERBYnumber&sysparm_display_value=False"
                + "&sysparm_exclude_reference_link=True&sysparm_suppress_pagination_header=True");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Link")).isEmpty();
    }

    @Test
    void anotherConnectionsRecordAnswersExactlyLikeAMissingOne() {
        String sysId = caller.create(json("{}")).getString("sys_id");
        String path = TABLE + "/" + sysId;

        HttpResponse<String> hidden = stranger.get(path);
        HttpResponse<String> absent = stranger.get(TABLE + "/" + "0".repeat(32));
        HttpResponse<String> changed = stranger.send(stranger.request(path)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString("{\"state\":\"2\"}")));

        failure(hidden, 404, "No Record found");
        assertThat(hidden.body()).isEqualTo(absent.body()).isEqualTo(changed.body());
        assertThat(stranger.get(TABLE + "?sysparm_query=sys_id%3D" + sysId).body())
                .isEqualTo("{\"result\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {TABLE, "/api/now/v1/table/incident/x", "/api/now/table/sys_user", "/api/now/nonsense"})
    void strangersAreRefusedEverywhereAlike(String path) {
        HttpResponse<String> answer = SERVER.get(path);
        HttpRequest wrong =
                SERVER.request(path).header("Authorization", "Bearer wrong").build();

        failure(answer, 401, "User Not Authenticated");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Bearer");
        failure(SERVER.send(wrong), 401, "User Not Authenticated");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/now/table/sys_user | Invalid table sys_user",
                "/api/now/table/sys_user/abc | Invalid table sys_user",
                "/api/now/table/INCIDENT | Invalid table INCIDENT",
                "/api/now/table | Requested URI does not represent any resource",
                "/api/now/stats/incident | Requested URI does not represent any resource",
                "/api/now/table/incident/a/b | Requested URI does not represent any resource",
                "/api/now/v3/table/incident | Requested URI does not represent any resource",
                "/api/now | Requested URI does not represent any resource",
                "/api/now/ | Requested URI does not represent any resource",
                "/api/now/table/incident?sysparm_query=nonsense%3D1 | Invalid input",
                "/api/now/table/incident?sysparm_query=state | Invalid input",
                "/api/now/table/incident?sysparm_query=sys_mod_count%3Dx | Invalid input",
                "/api/now/table/incident?sysparm_query=number%3D%00 | Invalid input",
                "/api/now/table/incident?nonsense=1 | Invalid input",
                "/api/now/table/incident?sysparm_limit=x | Invalid input",
                "/api/now/table/incident?sysparm_limit=-1 | Invalid input",
                "/api/now/table/incident?sysparm_offset=99999999999 | Invalid input",
                "/api/now/table/incident?sysparm_display_value=maybe | Invalid input",
                "/api/now/table/incident?sysparm_exclude_reference_link=1 | Invalid input"
            })
    void readsThatCannotBeUnderstoodAre400(String path, String message) {
        failure(caller.get(path), 400, message);
    }

    @Test
    void wrongParameterStoresNothing() {
        String correlation = UUID.randomUUID().toString();

        failure(
                caller.post(TABLE + "?sysparm_display_value=maybe", "{\"correlation_id\":\"" + correlation + "\"}"),
                400,
                "Invalid input");

        assertThat(caller.get(TABLE + "?sysparm_query=correlation_id%3D" + correlation)
                        .body())
                .isEqualTo("{\"result\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "%27%20or%201=1%20--", "ffffffffffffffffffffffffffffffff"})
    void unknownRecordsAre404(String sysId) {
        failure(caller.get(TABLE + "/" + sysId), 404, "No Record found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "\"x\"",
                "null",
                "{\"a\":}",
                "{\"state\":\"1\"} trailing",
                "{\"u_n\":1e999999999999}",
                "<incident/>"
            })
    void bodiesThatAreNoJsonObjectAre400(String body) {
        failure(caller.post(TABLE, body), 400, null);
    }

    @Test
    void bodyThatIsNotUtf8Is400() {
        byte[] broken = {'{', '"', (byte) 0xC3, '"', ':', '1', '}'};

        failure(
                caller.send(withJson(TABLE).POST(BodyPublishers.ofByteArray(broken))),
                400,
                "Exception while reading request");
    }

    @Test
    void deepBodyIs400AndALargeOneIs413() {
        String deep = "[".repeat(50_000) + "]".repeat(50_000);
        byte[] large = ("{\"description\":\"" + "x".repeat(400_000) + "\"}").getBytes(StandardCharsets.UTF_8);

        failure(caller.post(TABLE, "{\"u_deep\":" + deep + "}"), 400, null);
        failure(caller.send(withJson(TABLE).POST(BodyPublishers.ofByteArray(large))), 413, null);
        failure(
                caller.send(withJson(TABLE).POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))),
                413,
                null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"nonsense\":\"x\"} | nonsense: is not a field of incident",
                "{\"state\":\"4\"} | state: must be one of: 1, 2, 3, 6, 8",
                "{\"impact\":\"High\"} | impact: must be one of",
                "{\"close_code\":\"Fixed\"} | close_code: must be one of",
                "{\"description\":[\"x\"]} | description: must be a string",
                "{\"description\":\"a\\u0000b\"} | description: must not contain control characters",
                "{\"description\":\"\\ud800\"} | description: must not contain control characters",
                "{\"correlation_id\":{\"a\":\"b\"}} | correlation_id: must be a string"
            })
    void wrongValuesAreNamed(String body, String detail) {
        HttpResponse<String> answer = caller.post(TABLE, body);

        failure(answer, 400, "Invalid input");
        assertThat(json(answer.body()).getJsonObject("error").getString("detail"))
                .contains(detail);
    }

    @Test
    void closingAndResolvingWithoutReasonAre403() {
        HttpResponse<String> closed = caller.post(TABLE, "{\"state\":\"7\"}");
        HttpResponse<String> resolved = caller.post(TABLE, "{\"state\":\"6\"}");

        failure(closed, 403, "Operation Failed");
        assertThat(closed.body()).contains("set 6 (Resolved)");
        failure(resolved, 403, "Operation Failed");
        assertThat(resolved.body()).contains("Data Policy Exception").contains("close_code, close_notes");
    }

    @ParameterizedTest
    @CsvSource({"DELETE,/api/now/table/incident/x", "DELETE,/api/now/table/incident", "PATCH,/api/now/table/incident"})
    void methodsThatDoNotExistAre405(String method, String path) {
        HttpResponse<String> answer = send(path, method, "{}");

        failure(answer, 405, "Method not supported");
        assertThat(answer.headers().firstValue("Allow")).isPresent();
    }

    @Test
    void otherMediaTypesAre406And415() {
        HttpRequest.Builder xml = caller.request(TABLE).header("Content-Type", "application/xml");

        failure(
                caller.send(caller.request(TABLE)
                        .header("Accept", "application/xml")
                        .GET()),
                406,
                null);
        failure(caller.send(xml.POST(BodyPublishers.ofString("<x/>"))), 415, null);
        failure(caller.send(caller.request(TABLE).POST(BodyPublishers.ofString("{}"))), 415, null);
    }

    @Test
    void administratorsSeeNumbersAndDeliveryStates() {
        JsonObject created = caller.create(json("{\"correlation_id\":\"" + UUID.randomUUID() + "\"}"));
        String incidents = "/admin/v1/connections/" + connection + "/incidents";
        String incident = incidents + "/" + created.getString("sys_id");

        JsonObject newest = admin.get(incidents + "?limit=1")
                .expect(200)
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        JsonObject delivery = admin.get(incident)
                .expect(200)
                .json()
                .getJsonArray("deliveries")
                .getJsonObject(0);
        String operations = incident + "/deliveries/" + delivery.getString("id") + "/";

        assertThat(newest.getString("number")).isEqualTo(created.getString("number"));
        assertThat(newest.getString("deliveryState")).isEqualTo("held");
        assertThat(newest.getString("correlationId")).isEqualTo(created.getString("correlation_id"));
        assertThat(delivery.getString("state")).isEqualTo("held");
        admin.post(operations + "repeat", null).expect(409);
        assertThat(admin.post(operations + "drop", null).expect(200).json().getString("state"))
                .isEqualTo("dropped");
        admin.post(operations + "drop", null).expect(409);
        admin.get(incidents + "/none").expect(404);
        admin.get(incidents + "?cursor=x").expect(400);
        admin.post("/admin/v1/connections/none/incidents/x/deliveries/y/drop", null)
                .expect(404);
    }

    private static JsonObject result(String path) {
        return json(caller.get(path).body()).getJsonObject("result");
    }

    private static HttpResponse<String> send(String path, String method, String body) {
        return caller.send(withJson(path).method(method, BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder withJson(String path) {
        return caller.request(path).header("Content-Type", "application/json");
    }

    /** The one shape that errors have here; message null for any. */
    private static void failure(HttpResponse<String> answer, int status, String message) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        JsonObject body = json(answer.body());
        assertThat(body).containsOnlyKeys("error", "status");
        assertThat(body.getString("status")).isEqualTo("failure");
        assertThat(body.getJsonObject("error")).containsOnlyKeys("message", "detail");
        if (message != null) {
            assertThat(body.getJsonObject("error").getString("message")).isEqualTo(message);
        }
    }
}
