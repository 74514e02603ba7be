package dev.supportlink.handover.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.platform.text.Ids;
import dev.supportlink.testing.AdminClient.Reply;
import dev.supportlink.testing.BrowserClient;
import dev.supportlink.testing.SetupPath;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What operators do with hand-overs, and what they see of them. */
class HandOverIT extends HandOverCase {

    @Test
    void linkIsShownOnceAndHoldsItsTokenInTheFragment() {
        Reply made = firstUser()
                .post(links.path(), SetupPath.json("{'adminRole':'entra-admin'}"))
                .expect(201);
        JsonObject issued = made.json();

        assertThat(issued.getString("link")).matches(SERVER.base() + "/hand-over/#[A-Za-z0-9_-]{43}");
        assertThat(issued.getString("state")).isEqualTo("open");
        assertThat(made.response().headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(made.response().headers().firstValue("Location"))
                .hasValue(SERVER.base() + links.path() + "/" + issued.getString("id"));
        assertThat(Duration.between(
                        Instant.parse(issued.getString("createdAt")), Instant.parse(issued.getString("expiresAt"))))
                .isEqualTo(Duration.ofHours(72));
        String token = issued.getString("link").split("#")[1];
        assertThat(firstUser().get(links.path()).text()).doesNotContain(token, "link");
        assertThat(links.read(issued).toString()).doesNotContain(token, "\"link\"");
        assertThat(auditOf("hand-over-issued").toString())
                .contains(issued.getString("id"))
                .doesNotContain(token);
    }

    @ParameterizedTest
    @CsvSource({
        "'{}',adminRole",
        "'{\"adminRole\":\"operator\"}',adminRole",
        "'{\"adminRole\":\"entra-admin\",\"expiresIn\":\"soon\"}',expiresIn",
        "'{\"adminRole\":\"entra-admin\",\"expiresIn\":\"PT59S\"}',expiresIn",
        "'{\"adminRole\":\"entra-admin\",\"expiresIn\":\"-PT1H\"}',expiresIn",
        "'{\"adminRole\":\"entra-admin\",\"expiresIn\":\"P31D\"}',expiresIn",
        "'{\"adminRole\":\"entra-admin\",\"lifetime\":\"PT1H\"}',lifetime"
    })
    void badOrdersAreToldByField(String body, String field) {
        Reply refused = firstUser().post(links.path(), SetupPath.json(body)).expect(400);

        assertThat(refused.json().getJsonArray("errors").getValuesAs(JsonObject.class))
                .extracting(error -> error.getString("field"))
                .containsExactly(field);
        assertThat(firstUser().get(links.path()).json().getJsonArray("items")).isEmpty();
    }

    @Test
    void expiryMayBeChosenWithinBounds() {
        JsonObject issued = firstUser()
                .post(links.path(), SetupPath.json("{'adminRole':'m365-admin','expiresIn':'P30D'}"))
                .expect(201)
                .json();

        assertThat(Instant.parse(issued.getString("createdAt")).plus(Duration.ofDays(30)))
                .isEqualTo(Instant.parse(issued.getString("expiresAt")));
    }

    @Test
    void onlyOperatorsIssueAndRevoke() {
        JsonObject issued = links.issue("entra-admin");
        String name = "grete-" + Ids.next();
        firstUser()
                .post(
                        "/admin/v1/users",
                        SetupPath.json("{'name':'" + name + "','password':'correct horse battery','roles':["
                                + "{'role':'servicenow-admin','connection':'" + connection + "'}]}"))
                .expect(201);
        var admin = firstUser().as(name, "correct horse battery");

        admin.post(links.path(), SetupPath.json("{'adminRole':'entra-admin'}")).expect(403);
        admin.get(links.path()).expect(403);
        admin.delete(links.path() + "/" + issued.getString("id")).expect(403);
        assertThat(links.read(issued).getString("state")).isEqualTo("open");
    }

    @Test
    void revocationEndsLinkAndSessionAtOnce() {
        JsonObject issued = links.issue("entra-admin");
        BrowserClient browser = links.opened(issued);
        String path = links.path() + "/" + issued.getString("id");
        String stale = firstUser().get(path).etag().orElseThrow();
        new BrowserClient(SERVER.base()).open(issued.getString("link"));

        Reply refused = firstUser()
                .send(firstUser().request(path).header("If-Match", stale).DELETE());
        assertThat(refused.status()).isEqualTo(412);
        firstUser().delete(path).expect(204);
        firstUser().delete(path).expect(204);

        Reply ended = browser.get(CURRENT).expect(401);
        assertThat(ended.json().getString("type")).isEqualTo("urn:supportlink:problem:session-ended");
        assertThat(ended.response().headers().firstValue("WWW-Authenticate").orElseThrow())
                .doesNotContain("Basic");
        Reply again = browser.open(issued.getString("link"));
        assertThat(again.status()).isEqualTo(403);
        assertThat(links.read(issued).getString("state")).isEqualTo("revoked");
        assertThat(links.read(issued).getString("revokedAt")).isNotEmpty();
        assertThat(auditOf("hand-over-revoked").getString("actor")).isEqualTo("admin");
    }

    @Test
    void listIsInPagesNewestFirst() {
        List<String> made = new ArrayList<>();
        for (String role : List.of("entra-admin", "m365-admin", "servicenow-admin")) {
            made.add(0, links.issue(role).getString("id"));
        }

        JsonObject page = firstUser().get(links.path() + "?limit=2").expect(200).json();
        JsonObject rest = firstUser()
                .get(links.path() + "?limit=2&cursor=" + page.getString("nextCursor"))
                .expect(200)
                .json();

        List<String> seen = new ArrayList<>();
        for (JsonObject part : List.of(page, rest)) {
            part.getJsonArray("items").getValuesAs(JsonObject.class).forEach(one -> seen.add(one.getString("id")));
        }
        assertThat(seen).isEqualTo(made);
        assertThat(rest.isNull("nextCursor")).isTrue();
    }

    @Test
    void finishedHandOverTellsTheOperatorAndReopensWithItsSteps() {
        String roleless = "/admin/v1/connections/" + connection + "/setup/steps/link-account";
        JsonObject issued = links.issue("administrator");
        BrowserClient browser = links.opened(issued);
        firstUser()
                .put(
                        "/admin/v1/connections/" + connection + "/setup/steps/enable-users",
                        SetupPath.json("{'answers':{'nobodyYet':true},'actingAs':'servicenow-admin'}"),
                        "*")
                .expect(200);
        assertThat(links.read(issued).getString("state")).isEqualTo("in-use");

        browser.put(roleless, SetupPath.json("{'skip':true}"), "*").expect(200);

        assertThat(links.read(issued).getString("state")).isEqualTo("finished");
        assertThat(links.read(issued).getString("finishedAt")).isNotEmpty();
        assertThat(auditOf("hand-over-finished").getJsonObject("detail").getString("handOver"))
                .isEqualTo(issued.getString("id"));

        String etag =
                firstUser().get("/admin/v1/connections/" + connection).etag().orElseThrow();
        firstUser()
                .patch(
                        "/admin/v1/connections/" + connection,
                        SetupPath.json("{'tenantDomain':'fabrikam.onmicrosoft.com'}"),
                        etag)
                .expect(200);
        assertThat(links.read(issued).getString("state")).isEqualTo("in-use");
        assertThat(links.read(issued).isNull("finishedAt")).isTrue();
        assertThat(auditOf("hand-over-reopened").getJsonObject("detail").getString("handOver"))
                .isEqualTo(issued.getString("id"));
    }

    @Test
    void removedConnectionEndsItsSessions() {
        JsonObject issued = links.issue("entra-admin");
        BrowserClient browser = links.opened(issued);

        firstUser()
                .delete("/admin/v1/connections/" + connection + "?abandon=true")
                .expect(204);

        browser.get(CURRENT).expect(401);
        assertThat(browser.open(issued.getString("link")).status()).isEqualTo(403);
    }
}
