package dev.supportlink.testing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nodes over one database are one SupportLink: what happens on one holds on the other. */
class TwoNodesIT {

    private static final Duration ELSEWHERE = Duration.ofSeconds(5);
    private static final String TABLE = "/api/now/table/incident";

    private static PostgresNodes nodes;
    private static LibertyProcess first;
    private static LibertyProcess second;
    private static AdminClient admin;
    private static String connectionId;

    @BeforeAll
    static void start() {
        nodes = PostgresNodes.open();
        first = nodes.node("first-node").start();
        second = nodes.node("second-node").start();
        admin = nodes.admin(first);
        connectionId = Evaluation.connection(admin, "two nodes");
    }

    @AfterAll
    static void stop() {
        nodes.close();
    }

    @Test
    void connectionMadeOnOneIsThereOnTheOther() {
        nodes.admin(second).get("/admin/v1/connections/" + connectionId).expect(200);
    }

    @Test
    void tokenOfOneIsGoodOnTheOtherUntilItIsRevoked() {
        String token = signIn(first);
        assertThat(read(second, token).statusCode()).isEqualTo(200);

        HttpResponse<String> revoked = form(first, "/oauth_revoke_token.do", "token=" + token);

        assertThat(revoked.statusCode()).isEqualTo(200);
        Waiting.until(
                ELSEWHERE,
                "the token is refused on the other node",
                () -> read(second, token).statusCode() == 401);
        assertThat(read(first, token).statusCode()).isEqualTo(401);
    }

    @Test
    void revokingAllTokensOnOneHoldsOnTheOther() {
        String token = signIn(second);
        assertThat(read(second, token).statusCode()).isEqualTo(200);

        admin.post("/admin/v1/connections/" + connectionId + "/inbound-client/revocations", null)
                .expect(204);

        Waiting.until(
                ELSEWHERE,
                "the token is refused on the other node",
                () -> read(second, token).statusCode() == 401);
        assertThat(read(second, signIn(second)).statusCode()).as("a new token").isEqualTo(200);
    }

    @Test
    void removedConnectionEndsItsTokensOnTheOther() {
        String shortLived = Evaluation.connection(admin, "removed on the first node");
        String token = Caller.of(nodes.admin(first), shortLived).signIn(first);
        assertThat(read(second, token).statusCode()).isEqualTo(200);

        admin.delete("/admin/v1/connections/" + shortLived + "?abandon=true").expect(204);

        Waiting.until(
                ELSEWHERE,
                "the token is refused on the other node",
                () -> read(second, token).statusCode() == 401);
    }

    /** Nothing is remembered, so there is nothing to wait for. */
    @Test
    void handOverRevokedOnOneIsOverOnTheOther() {
        HandOverLinks links = new HandOverLinks(admin, first.server().base(), connectionId);
        JsonObject issued = links.issue("entra-admin");
        BrowserClient browser = links.opened(issued).at(second.server().base());
        browser.get("/admin/v1/hand-over-sessions/current").expect(200);

        admin.delete(links.path() + "/" + issued.getString("id")).expect(204);

        browser.get("/admin/v1/hand-over-sessions/current").expect(401);
    }

    @Test
    void linkOpenedOnBothAtOnceIsOnesOwn() throws Exception {
        HandOverLinks links = new HandOverLinks(admin, first.server().base(), connectionId);
        for (int round = 0; round < 10; round++) {
            String link = links.issue("entra-admin").getString("link");
            AtomicInteger next = new AtomicInteger();

            List<Integer> statuses = AtOnce.run(2, () -> {
                URI node = next.getAndIncrement() == 0
                        ? first.server().base()
                        : second.server().base();
                return new BrowserClient(node).open(link).status();
            });

            assertThat(statuses).as("round %d", round).containsExactlyInAnyOrder(201, 403);
        }
    }

    @Test
    void allowListChangedOnOneHoldsOnTheOther() {
        String token = signIn(first);
        try {
            allowOnly("198.51.100.0/24");
            Waiting.until(
                    ELSEWHERE,
                    "the other node lets nobody in",
                    () -> read(second, token).statusCode() == 403);
            assertThat(read(first, token).statusCode()).isEqualTo(403);

            allowOnly("127.0.0.0/8\",\"::1/128");
            Waiting.until(
                    ELSEWHERE,
                    "the other node lets loopback in",
                    () -> read(second, token).statusCode() == 200);
        } finally {
            allowList("{\"enabled\":false,\"ranges\":[]}");
            Waiting.until(
                    ELSEWHERE,
                    "the other node has switched it off",
                    () -> read(second, token).statusCode() == 200);
        }
    }

    private static void allowOnly(String range) {
        allowList("{\"enabled\":true,\"ranges\":[\"" + range + "\"]}");
    }

    private static void allowList(String wanted) {
        String etag = admin.get("/admin/v1/allow-list").expect(200).etag().orElseThrow();
        admin.put("/admin/v1/allow-list", CallerAtMicrosoft.json(wanted), etag).expect(200);
    }

    @Test
    void incidentMadeOnOneIsReadAndChangedOnTheOther() {
        String token = signIn(second);
        JsonObject made =
                incident(send(first, token, TABLE, "POST", "{\"short_description\":\"made on the first\"}"), 201);
        String path = TABLE + "/" + made.getString("sys_id");

        JsonObject changed =
                incident(send(second, token, path, "PATCH", "{\"short_description\":\"changed on the second\"}"), 200);

        assertThat(changed.getString("number")).isEqualTo(made.getString("number"));
        assertThat(incident(send(first, token, path, "GET", ""), 200).getString("short_description"))
                .isEqualTo("changed on the second");
    }

    @Test
    void sameCorrelationIdOnBothAtOnceMakesOneIncident() throws InterruptedException {
        String token = signIn(first);
        String body = "{\"short_description\":\"once\",\"correlation_id\":\"on-both-nodes\"}";
        String[] made = new String[2];
        Thread other = new Thread(() -> made[1] =
                incident(send(second, token, TABLE, "POST", body), 201).getString("sys_id"));
        other.start();
        made[0] = incident(send(first, token, TABLE, "POST", body), 201).getString("sys_id");
        other.join();

        assertThat(made[1]).isEqualTo(made[0]);
    }

    @Test
    void storedValueAskedForOnBothAtOnceIsShownByOne() throws InterruptedException {
        SetupPath path = SetupPath.begin(admin, "asked on both nodes").direct().chooseTargets();
        for (int round = 0; round < 10; round++) {
            path.registerClient();
            String value = path.path() + "/completion-sheet/values/clientSecret";
            int[] answers = new int[2];
            Thread other = new Thread(
                    () -> answers[1] = nodes.admin(second).post(value, null).status());
            other.start();
            answers[0] = admin.post(value, null).status();
            other.join();

            assertThat(answers).containsExactlyInAnyOrder(201, 409);
        }
    }

    /** What a caller knows of one connection. */
    private record Caller(String clientId, String clientSecret, String userName, String password) {

        static Caller of(AdminClient admin, String connection) {
            String path = "/admin/v1/connections/" + connection + "/completion-sheet";
            JsonObject sheet = admin.get(path).expect(200).json();
            return new Caller(
                    sheet.getString("clientId"),
                    made(admin, path, "clientSecret"),
                    sheet.getString("restUsername"),
                    made(admin, path, "restPassword"));
        }

        String signIn(LibertyProcess node) {
            String body = "grant_type=password&client_id=" + encoded(clientId) + "&client_secret="
                    + encoded(clientSecret) + "&username=" + encoded(userName) + "&password=" + encoded(password);
            HttpResponse<String> answer = form(node, "/oauth_token.do", body);
            assertThat(answer.statusCode()).isEqualTo(200);
            return CallerAtMicrosoft.json(answer.body()).getString("access_token");
        }

        private static String made(AdminClient admin, String sheet, String name) {
            return admin.post(sheet + "/values/" + name, null)
                    .expect(201)
                    .json()
                    .getString("value");
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return "Caller[" + clientId + "]";
        }
    }

    /** One set of values for the whole class: each new set would end the one before the last. */
    private static final class Values {
        static final Caller CALLER = Caller.of(admin, connectionId);
    }

    private static String signIn(LibertyProcess node) {
        return Values.CALLER.signIn(node);
    }

    private static HttpResponse<String> read(LibertyProcess node, String token) {
        return send(node, token, TABLE + "?sysparm_limit=1", "GET", "");
    }

    private static HttpResponse<String> form(LibertyProcess node, String path, String body) {
        return node.server()
                .send(node.server()
                        .request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    private static HttpResponse<String> send(
            LibertyProcess node, String token, String path, String method, String body) {
        return node.server()
                .send(node.server()
                        .request(path)
                        .uri(URI.create(node.server().base() + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    private static JsonObject incident(HttpResponse<String> answer, int expected) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected);
        return Json.createReader(new java.io.StringReader(answer.body()))
                .readObject()
                .getJsonObject("result");
    }
}
