package dev.supportlink.handover.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.testing.AdminClient.Reply;
import dev.supportlink.testing.AtOnce;
import dev.supportlink.testing.BrowserClient;
import dev.supportlink.testing.SetupPath;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a link becomes a session, for whom, and how the session ends. */
class HandOverSessionIT extends HandOverCase {

    private static final String SESSIONS = "/admin/v1/hand-over-sessions";

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
}
