package dev.supportlink.inbound.rest;

import static dev.supportlink.inbound.rest.TokenCalls.TOKEN;
import static dev.supportlink.inbound.rest.TokenCalls.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.platform.text.Ids;
import dev.supportlink.testing.AdminClient;
import dev.supportlink.testing.AdminClient.Reply;
import dev.supportlink.testing.SharedDeployment;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators do with a connection's inbound client, and what its caller notices. */
class InboundClientIT extends SharedDeployment {

    private static final String PASSWORD = "correct horse battery";

    private final AdminClient operator = firstUser();
    private TokenCalls calls;
    private String path;

    @BeforeEach
    void openConnection() {
        calls = TokenCalls.forNewConnection(SERVER, operator, "Inbound client " + Ids.next());
        path = "/admin/v1/connections/" + calls.connectionId() + "/inbound-client";
    }

    @Test
    void clientShowsItsTerms() {
        Reply read = operator.get(path).expect(200);

        assertThat(read.etag()).contains("\"1\"");
        assertThat(read.json())
                .isEqualTo(Json.createObjectBuilder()
                        .add("clientId", calls.sheet().clientId())
                        .add("userName", calls.sheet().restUsername())
                        .add("accessTokenLifespan", "PT30M")
                        .add("refreshTokenLifespan", "PT240H")
                        .add("refreshTokenRotation", false)
                        .add("clientCredentials", false)
                        .build());
    }

    @Test
    void changeNeedsThePresentETag() {
        JsonObject change = change("accessTokenLifespan", "PT5M");
        assertThat(operator.patch(path, change, null).status()).isEqualTo(428);
        assertThat(operator.patch(path, change, "\"7\"").status()).isEqualTo(412);

        Reply changed = operator.patch(path, change, "\"1\"").expect(200);

        assertThat(changed.etag()).contains("\"2\"");
        assertThat(changed.json().getString("accessTokenLifespan")).isEqualTo("PT5M");
        assertThat(operator.get(path).expect(200).json()).isEqualTo(changed.json());
        assertThat(operator.patch(path, change, "\"1\"").status())
                .as("equal to what is stored")
                .isEqualTo(200);
        assertThat(json(calls.signIn()).getInt("expires_in")).isEqualTo(300);
        assertThat(audited("inbound-client-changed")).contains("PT5M").containsOnlyOnce("inbound-client-changed");
    }

    @Test
    void mergePatchIsTakenByItsName() {
        Reply changed = operator.send(operator.request(path)
                .header("Content-Type", "application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .method("PATCH", BodyPublishers.ofString("{\"refreshTokenRotation\":true}")));

        assertThat(changed.expect(200).json().getBoolean("refreshTokenRotation"))
                .isTrue();
    }

    @Test
    void wrongFieldsAreNamedAndNothingChanges() {
        JsonObject wrong = Json.createObjectBuilder()
                .add("clientId", "x")
                .add("accessTokenLifespan", "PT48H")
                .add("clientCredentials", true)
                .build();

        Reply refused = operator.patch(path, wrong, "\"1\"").expect(400);

        assertThat(refused.json().getJsonArray("errors").getValuesAs(JsonObject.class))
                .extracting(error -> error.getString("field"))
                .containsExactly("clientId", "accessTokenLifespan");
        assertThat(refused.text()).contains("from PT1M to PT24H");
        assertThat(operator.get(path).expect(200).etag()).contains("\"1\"");
    }

    @Test
    void sheetFollowsTheRefreshTokenLifespan() {
        String sheet = "/admin/v1/connections/" + calls.connectionId() + "/completion-sheet";
        Reply before = operator.get(sheet).expect(200);
        operator.patch(path, change("refreshTokenLifespan", "P30D"), "\"1\"").expect(200);

        Reply after = operator.get(sheet).expect(200);

        assertThat(before.json().getInt("refreshTokenExpiry")).isEqualTo(864_000);
        assertThat(after.json().getInt("refreshTokenExpiry")).isEqualTo(2_592_000);
        assertThat(after.text()).contains("\"value\":\"2592000\"");
        assertThat(after.etag()).isNotEqualTo(before.etag());
    }

    @Test
    void operatorsChangeAuditorsReadOthersDoNeither() {
        AdminClient auditor = user("auditor", calls.connectionId());
        AdminClient admin = user("servicenow-admin", calls.connectionId());
        AdminClient stranger = user("auditor", other());
        JsonObject change = change("accessTokenLifespan", "PT5M");

        assertThat(auditor.get(path).status()).isEqualTo(200);
        for (AdminClient reader : List.of(auditor, admin)) {
            assertThat(reader.patch(path, change, "\"1\"").status()).isEqualTo(403);
            assertThat(reader.post(path + "/revocations", null).status()).isEqualTo(403);
        }
        assertThat(admin.get(path).status()).isEqualTo(403);
        assertThat(stranger.get(path).status()).isEqualTo(404);
        assertThat(stranger.patch(path, change, "\"1\"").status()).isEqualTo(404);
        assertThat(stranger.post(path + "/revocations", null).status()).isEqualTo(404);
        String nowhere = "/admin/v1/connections/" + Ids.next() + "/inbound-client";
        assertThat(operator.get(nowhere).status()).isEqualTo(404);
        assertThat(operator.patch(nowhere, change, "\"1\"").status()).isEqualTo(404);
        assertThat(operator.post(nowhere + "/revocations", null).status()).isEqualTo(404);
    }

    @Test
    void revocationEndsAllTokensAtOnceAndTheJobRemovesThem() {
        JsonObject first = json(calls.signIn());
        JsonObject second = json(calls.signIn());
        assertThat(calls.read(first.getString("access_token")).statusCode()).isEqualTo(200);

        assertThat(operator.post(path + "/revocations", null).status()).isEqualTo(204);

        assertThat(calls.read(first.getString("access_token")).statusCode()).isEqualTo(401);
        assertThat(calls.read(second.getString("access_token")).statusCode()).isEqualTo(401);
        assertThat(refresh(second.getString("refresh_token")).statusCode()).isEqualTo(400);
        String fresh = json(calls.signIn()).getString("access_token");
        assertThat(calls.read(fresh).statusCode()).isEqualTo(200);
        assertThat(audited("inbound-tokens-revoked")).contains("inbound-tokens-revoked");

        JsonObject run = operator.post("/admin/v1/jobs/purge-expired/executions?wait=PT60S", null)
                .expect(200)
                .json();
        assertThat(run.getString("status")).isEqualTo("completed");
        assertThat(run.getJsonObject("counts").getInt("revokedTokens")).isGreaterThanOrEqualTo(4);
        assertThat(calls.read(fresh).statusCode()).isEqualTo(200);
    }

    @Test
    void clientSignsInAloneOnceItMay() {
        String order = "grant_type=client_credentials&scope=useraccount&" + calls.client();
        HttpResponse<String> refused = calls.post(TOKEN, order);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).getString("error")).isEqualTo("unauthorized_client");
        assertThat(calls.post(TOKEN, order + "x").statusCode()).isEqualTo(401);

        operator.patch(
                        path,
                        Json.createObjectBuilder()
                                .add("clientCredentials", true)
                                .build(),
                        "\"1\"")
                .expect(200);
        HttpResponse<String> granted = calls.post(TOKEN, order);

        assertThat(granted.statusCode()).isEqualTo(200);
        assertThat(json(granted).keySet()).doesNotContain("refresh_token").contains("expires_in");
        assertThat(calls.read(json(granted).getString("access_token")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void rotatingRefreshTokenWorksOnce() {
        rotate();
        JsonObject first = json(calls.signIn());
        JsonObject second = json(refresh(first.getString("refresh_token")));
        assertThat(second.getString("refresh_token")).isNotEqualTo(first.getString("refresh_token"));
        JsonObject third = json(refresh(second.getString("refresh_token")));
        assertThat(calls.read(third.getString("access_token")).statusCode()).isEqualTo(200);

        HttpResponse<String> reused = refresh(first.getString("refresh_token"));

        assertThat(reused.statusCode()).isEqualTo(400);
        assertThat(reused.body()).isEqualTo(refresh("unknown").body());
        assertThat(calls.read(third.getString("access_token")).statusCode()).isEqualTo(401);
        assertThat(refresh(third.getString("refresh_token")).statusCode()).isEqualTo(400);
        assertThat(audited("refresh-token-reused")).contains("\"revokedTokens\":\"6\"");
    }

    @Test
    void ofManyRefreshesAtOnceOneWinsAndTheFamilyEnds() {
        rotate();
        String refreshToken = json(calls.signIn()).getString("refresh_token");
        List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            asked.add(CompletableFuture.supplyAsync(() -> refresh(refreshToken)));
        }
        List<HttpResponse<String>> answers =
                asked.stream().map(CompletableFuture::join).toList();

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200, 400);
        List<HttpResponse<String>> won =
                answers.stream().filter(answer -> answer.statusCode() == 200).toList();
        assertThat(won).hasSize(1);
        assertThat(calls.read(json(won.get(0)).getString("access_token")).statusCode())
                .isEqualTo(401);
        assertThat(audited("refresh-token-reused")).containsOnlyOnce("\"action\":\"refresh-token-reused\"");
    }

    private void rotate() {
        operator.patch(
                        path,
                        Json.createObjectBuilder()
                                .add("refreshTokenRotation", true)
                                .build(),
                        "\"1\"")
                .expect(200);
    }

    private HttpResponse<String> refresh(String refreshToken) {
        return calls.post(TOKEN, "grant_type=refresh_token&refresh_token=" + refreshToken + "&" + calls.client());
    }

    private String audited(String action) {
        return operator.get("/admin/v1/audit-events?action=" + action + "&connection=" + calls.connectionId())
                .expect(200)
                .text();
    }

    private String other() {
        return TokenCalls.forNewConnection(SERVER, operator, "Inbound client " + Ids.next())
                .connectionId();
    }

    private AdminClient user(String role, String connection) {
        String name = "user-" + Ids.next();
        JsonObject wanted = Json.createObjectBuilder()
                .add("name", name)
                .add("password", PASSWORD)
                .add(
                        "roles",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("role", role)
                                        .add("connection", connection)))
                .build();
        operator.post("/admin/v1/users", wanted).expect(201);
        return operator.as(name, PASSWORD);
    }

    private static JsonObject change(String field, String value) {
        return Json.createObjectBuilder().add(field, value).build();
    }
}
