package dev.supportlink.verification.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.platform.text.Ids;
import dev.supportlink.testing.AdminClient;
import dev.supportlink.testing.AdminClient.Reply;
import dev.supportlink.testing.SharedDeployment;
import dev.supportlink.verification.CheckDefinition;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Verifications over HTTP, of connections that nobody has set up yet. */
class VerificationIT extends SharedDeployment {

    private final AdminClient operator = firstUser();

    @Test
    void waitingForAVerificationAnswersTheWholeReport() {
        String verifications = verificationsOf(newConnection());
        JsonObject report =
                operator.post(verifications + "?wait=PT60S", null).expect(200).json();

        assertThat(report.getString("status")).isIn("passed", "failed");
        assertThat(time(report, "finishedAt")).isAfterOrEqualTo(time(report, "startedAt"));
        assertThat(report.getJsonArray("checks").getValuesAs(JsonObject.class))
                .extracting(check -> check.getString("id"))
                .containsExactlyElementsOf(CheckDefinition.BASIC_GATEWAY.stream()
                        .map(CheckDefinition::id)
                        .toList());
        assertThat(report.getJsonArray("checks").getValuesAs(JsonObject.class)).allSatisfy(check -> {
            assertThat(check)
                    .containsKeys(
                            "id",
                            "title",
                            "side",
                            "mandatory",
                            "outcome",
                            "reason",
                            "message",
                            "expected",
                            "seen",
                            "remedy",
                            "durationMillis");
            assertThat(check.getString("reason", "")).isNotEqualTo("check-broken");
        });
    }

    @Test
    void connectionThatNobodyHasSetUpIsNotBlamed() {
        JsonObject report = operator.post(verificationsOf(newConnection()) + "?wait=PT60S", null)
                .expect(200)
                .json();

        assertThat(check(report, "instance-sign-in").getString("reason")).isEqualTo("no-instance");
        assertThat(check(report, "inbound-path").getString("reason")).isEqualTo("waiting-for-m365-admin");
        assertThat(check(report, "secrets-expiry").getString("outcome")).isEqualTo("skipped");
    }

    @Test
    void verificationRunsInTheBackgroundAndIsFoundAtItsLocation() {
        String connection = newConnection();
        Reply started = operator.post(verificationsOf(connection), null).expect(202);
        String path = URI.create(
                        started.response().headers().firstValue("Location").orElseThrow())
                .getPath();
        Reply finished =
                operator.post(verificationsOf(connection) + "?wait=PT60S", null).expect(200);
        Reply read = operator.get(path).expect(200);

        assertThat(started.json().getString("status")).isEqualTo("running");
        assertThat(path)
                .isEqualTo(verificationsOf(connection) + "/" + started.json().getString("id"));
        assertThat(read.json().getString("status")).isIn("passed", "failed");
        assertThat(read.etag()).isPresent().isNotEqualTo(started.etag());
        assertThat(finished.json().getString("status")).isIn("passed", "failed");
    }

    @Test
    void listIsPagedNewestFirst() {
        String verifications = verificationsOf(newConnection());
        String first = operator.post(verifications + "?wait=PT60S", null).json().getString("id");
        String second =
                operator.post(verifications + "?wait=PT60S", null).json().getString("id");
        JsonObject newest = operator.get(verifications + "?limit=1").expect(200).json();
        String cursor = newest.getString("nextCursor");
        JsonObject older = operator.get(verifications + "?limit=1&cursor=" + cursor)
                .expect(200)
                .json();

        assertThat(ids(newest)).containsExactly(second);
        assertThat(ids(older)).containsExactly(first);
        operator.get(verifications + "?cursor=made-up").expect(400);
        operator.get(verifications + "?limit=0").expect(400);
    }

    @Test
    void finishedRunSetsHealthAndTimesOfTheConnection() {
        String connection = newConnection();
        String path = "/admin/v1/connections/" + connection;
        Reply before = operator.get(path).expect(200);
        operator.post(verificationsOf(connection) + "?wait=PT60S", null).expect(200);
        Reply after = operator.get(path).expect(200);

        assertThat(before.json().getString("health")).isEqualTo("unchecked");
        assertThat(time(after.json(), "lastVerifiedAt")).isBefore(time(after.json(), "nextVerificationAt"));
        assertThat(after.etag()).as("health is no change of the connection").isEqualTo(before.etag());
    }

    @Test
    void wrongRequestsAreProblems() {
        String connection = newConnection();

        operator.post(verificationsOf(connection) + "?wait=soon", null).expect(400);
        operator.post(verificationsOf(connection) + "?wait=PT10M", null).expect(400);
        operator.post(verificationsOf(Ids.next()), null).expect(404);
        operator.get(verificationsOf(Ids.next())).expect(404);
        operator.get(verificationsOf(connection) + "/" + Ids.next()).expect(404);
    }

    @Test
    void verificationOfAnotherConnectionIsNotFound() {
        String verification = operator.post(verificationsOf(newConnection()) + "?wait=PT60S", null)
                .json()
                .getString("id");

        operator.get(verificationsOf(newConnection()) + "/" + verification).expect(404);
    }

    @Test
    void adminsOfTheConnectionVerifyAndAuditorsRead() {
        String own = newConnection();
        String foreign = newConnection();
        AdminClient entraAdmin = user("entra-admin", own);
        AdminClient auditor = user("auditor", null);

        entraAdmin.post(verificationsOf(own) + "?wait=PT60S", null).expect(200);
        entraAdmin.get(verificationsOf(own)).expect(200);
        entraAdmin.post(verificationsOf(foreign), null).expect(404);
        entraAdmin.get(verificationsOf(foreign)).expect(404);
        auditor.get(verificationsOf(own)).expect(200);
        auditor.post(verificationsOf(own), null).expect(403);
    }

    private AdminClient user(String role, String connection) {
        String name = role + "-" + Ids.next().substring(0, 8);
        var grant = Json.createObjectBuilder().add("role", role);
        if (connection != null) {
            grant.add("connection", connection);
        }
        JsonObject user = Json.createObjectBuilder()
                .add("name", name)
                .add("password", "a long enough password")
                .add("roles", Json.createArrayBuilder().add(grant))
                .build();
        operator.post("/admin/v1/users", user).expect(201);
        return operator.as(name, "a long enough password");
    }

    private String newConnection() {
        JsonObject connection = Json.createObjectBuilder()
                .add("name", "verified " + Ids.next())
                .add("tenantDomain", "contoso.onmicrosoft.com")
                .build();
        return operator.post("/admin/v1/connections", connection)
                .expect(201)
                .json()
                .getString("id");
    }

    private static String verificationsOf(String connection) {
        return "/admin/v1/connections/" + connection + "/verifications";
    }

    private static Instant time(JsonObject json, String field) {
        return Instant.parse(json.getString(field));
    }

    private static JsonObject check(JsonObject report, String id) {
        return report.getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                .filter(check -> check.getString("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(JsonObject page) {
        return page.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> item.getJsonString("id"))
                .map(JsonString::getString)
                .toList();
    }
}
