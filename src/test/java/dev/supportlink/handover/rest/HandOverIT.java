package dev.supportlink.handover.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.platform.text.Ids;
import dev.supportlink.testing.AdminClient.Reply;
import dev.supportlink.testing.AtOnce;
import dev.supportlink.testing.BrowserClient;
import dev.supportlink.testing.Evaluation;
import dev.supportlink.testing.HandOverLinks;
import dev.supportlink.testing.SetupPath;
import dev.supportlink.testing.SharedDeployment;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of a hand-over, from its issue to its end. */
class HandOverIT extends SharedDeployment {

    private static final String SESSIONS = "/admin/v1/hand-over-sessions";
    private static final String CURRENT = SESSIONS + "/current";

    String connection;
    HandOverLinks links;

    @BeforeEach
    void makeConnection() {
        connection = Evaluation.connection(firstUser(), "hand-over " + Ids.next());
        links = new HandOverLinks(firstUser(), SERVER.base(), connection);
    }

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
    void tradeOpensASessionAndTellsTheOperatorOfTheFirstUse() {
        JsonObject issued = links.issue("entra-admin");
        BrowserClient browser = new BrowserClient(SERVER.base());

        Reply traded = browser.open(issued.getString("link")).expect(201);

        assertThat(traded.json().getString("connectionId")).isEqualTo(connection);
        assertThat(traded.json().getString("connectionName")).startsWith("hand-over ");
        assertThat(traded.json().getString("adminRole")).isEqualTo("entra-admin");
        assertThat(traded.json().getString("expiresAt")).isEqualTo(issued.getString("expiresAt"));
        List<String> cookies = traded.response().headers().allValues("Set-Cookie");
        assertThat(cookies)
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie)
                        .containsIgnoringCase("HttpOnly")
                        .contains("SameSite=Strict", "Path=/")
                        .doesNotContain("Domain"));
        assertThat(browser.get(CURRENT).expect(200).json()).isEqualTo(traded.json());
        JsonObject seen = links.read(issued);
        assertThat(seen.getString("state")).isEqualTo("in-use");
        assertThat(Instant.parse(seen.getString("firstUsedAt"))).isAfterOrEqualTo(seen.getString("createdAt"));
        assertThat(seen.getString("firstUsedFrom")).isIn("127.0.0.1", "::1", "0:0:0:0:0:0:0:1");
        assertThat(auditOf("hand-over-used").getString("actor")).isEqualTo("hand-over:" + issued.getString("id"));
    }

    @Test
    void anotherBrowserIsRefusedAndTheOperatorSeesIt() {
        JsonObject issued = links.issue("entra-admin");
        BrowserClient first = links.opened(issued);

        Reply refused =
                new BrowserClient(SERVER.base()).open(issued.getString("link")).expect(403);

        assertThat(refused.json().getString("reason")).isEqualTo("other-browser");
        assertThat(refused.response().headers().firstValue("Set-Cookie")).isEmpty();
        JsonObject seen = links.read(issued);
        assertThat(seen.getInt("refusedTrades")).isEqualTo(1);
        assertThat(seen.getString("lastRefusedAt")).isNotEmpty();
        assertThat(seen.getString("lastRefusedFrom")).isNotEmpty();
        assertThat(auditOf("hand-over-refused").getJsonObject("detail").getString("reason"))
                .isEqualTo("other-browser");
        first.get(CURRENT).expect(200);
    }

    @Test
    void sameBrowserMayOpenItsLinkAgain() {
        JsonObject issued = links.issue("entra-admin");
        BrowserClient browser = links.opened(issued);
        String session = browser.cookies().get("supportlink-session");

        browser.open(issued.getString("link")).expect(201);
        assertThat(browser.cookies()).containsEntry("supportlink-session", session);

        browser.cookies().remove("supportlink-session");
        browser.open(issued.getString("link")).expect(201);
        assertThat(browser.get(CURRENT).status()).isEqualTo(200);

        browser.cookies().put("supportlink-session", session);
        browser.cookies().remove("supportlink-browser");
        assertThat(browser.get(CURRENT).status()).as("the session before").isEqualTo(401);
    }

    @Test
    void oneBrowserMayHoldSeveralLinks() {
        JsonObject one = links.issue("entra-admin");
        JsonObject other = links.issue("m365-admin");
        BrowserClient browser = links.opened(one);

        browser.open(other.getString("link")).expect(201);
        assertThat(browser.get(CURRENT).json().getString("adminRole")).isEqualTo("m365-admin");
        browser.open(one.getString("link")).expect(201);
        assertThat(browser.get(CURRENT).json().getString("adminRole")).isEqualTo("entra-admin");
    }

    @Test
    void ofTwoBrowsersAtOnceOneWins() throws Exception {
        for (int round = 0; round < 20; round++) {
            String link = links.issue("entra-admin").getString("link");

            List<Integer> statuses = AtOnce.run(
                    2, () -> new BrowserClient(SERVER.base()).open(link).status());

            assertThat(statuses).as("round %d", round).containsExactlyInAnyOrder(201, 403);
        }
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
    void holderMayLeaveAndComeBack() {
        JsonObject issued = links.issue("entra-admin");
        BrowserClient browser = links.opened(issued);
        String session = browser.cookies().get("supportlink-session");

        browser.delete(CURRENT).expect(204);

        assertThat(browser.cookies()).doesNotContainKey("supportlink-session");
        browser.cookies().put("supportlink-session", session);
        browser.get(CURRENT).expect(401);
        assertThat(auditOf("hand-over-left").getString("actor")).isEqualTo("hand-over:" + issued.getString("id"));
        browser.open(issued.getString("link")).expect(201);
        browser.get(CURRENT).expect(200);
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'token':''}",
                "{'token':'x'}",
                "{'token':'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'}",
                "{'token':'\\u0000'}"
            })
    void unknownTokensOpenNothing(String body) {
        Reply refused = new BrowserClient(SERVER.base()).post(SESSIONS, SetupPath.json(body));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.response().headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void tradeTakesASmallJsonObjectOnly() {
        BrowserClient browser = new BrowserClient(SERVER.base());
        JsonObject large =
                Json.createObjectBuilder().add("token", "x".repeat(4000)).build();

        assertThat(browser.post(SESSIONS, large).status()).isEqualTo(413);
        assertThat(browser.post(SESSIONS, JsonValue.EMPTY_JSON_OBJECT).status()).isEqualTo(400);
        assertThat(browser.post(SESSIONS, SetupPath.json("{'token':7}")).status())
                .isEqualTo(400);
        assertThat(browser.post(SESSIONS, null).status()).isIn(400, 415);
        assertThat(browser.get(SESSIONS).status()).isEqualTo(401);
        assertThat(browser.delete(SESSIONS).status()).isEqualTo(401);
    }

    @Test
    void cookiesOfOtherSitesRequestsCountForNothing() {
        BrowserClient browser = links.browser("entra-admin");

        assertThat(browser.send(browser.request(CURRENT)
                                .header("Origin", "https://evil.example")
                                .DELETE())
                        .status())
                .isEqualTo(403);
        assertThat(browser.send(browser.request(CURRENT)
                                .header("Sec-Fetch-Site", "cross-site")
                                .DELETE())
                        .status())
                .isEqualTo(403);
        browser.get(CURRENT).expect(200);
    }

    /** A browser would show a dialog for a user name and a password, which nobody with a link has. */
    @Test
    void pagesAreNotAskedForBasic() {
        BrowserClient stranger = new BrowserClient(SERVER.base());

        Reply page = stranger.send(stranger.request(CURRENT).header("Sec-Fetch-Dest", "empty"));
        Reply script = stranger.get(CURRENT);

        assertThat(page.expect(401).response().headers().firstValue("WWW-Authenticate"))
                .hasValue("Session realm=\"SupportLink\"");
        assertThat(script.expect(401).response().headers().firstValue("WWW-Authenticate"))
                .hasValue("Basic realm=\"SupportLink\", charset=\"UTF-8\"");
    }

    @ParameterizedTest
    @CsvSource({"'',text/html", "hand-over.js,text/javascript", "form.js,text/javascript", "hand-over.css,text/css"})
    void pageIsServedUnderThePolicyOfPages(String file, String type) {
        var answer = SERVER.get("/hand-over/" + file);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    }

    @Test
    void pageIsFoundWithoutItsSlash() {
        var answer = SERVER.get("/hand-over");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("/hand-over/");
    }

    @Test
    void usersHaveNoHandOverSession() {
        firstUser().get(CURRENT).expect(404);
        firstUser().delete(CURRENT).expect(404);
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

    private JsonObject auditOf(String action) {
        return firstUser()
                .get("/admin/v1/audit-events?limit=1&connection=" + connection + "&action=" + action)
                .expect(200)
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
    }
}
