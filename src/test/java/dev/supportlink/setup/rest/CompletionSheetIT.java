package dev.supportlink.setup.rest;

import static dev.supportlink.testing.SetupPath.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.testing.AdminClient;
import dev.supportlink.testing.AdminClient.Reply;
import dev.supportlink.testing.Evaluation;
import dev.supportlink.testing.SharedDeployment;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The completion sheet over HTTP, as JSON and as a page. */
class CompletionSheetIT extends SharedDeployment {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private AdminClient admin;

    @BeforeEach
    void signIn() {
        admin = firstUser();
    }

    @Test
    void scriptsGetJsonAndBrowsersAPage() {
        String sheet = sheet(Evaluation.connection(admin, "sheet " + UUID.randomUUID()));

        for (String accept : List.of("application/json", "*/*", "text/html;q=0.4, application/json")) {
            assertThat(type(get(sheet, accept))).as(accept).startsWith("application/json");
        }
        for (String accept : List.of("text/html", BROWSER)) {
            assertThat(type(get(sheet, accept))).as(accept).isEqualToIgnoringCase("text/html;charset=UTF-8");
        }
        assertThat(type(admin.get(sheet).expect(200))).startsWith("application/json");
        assertThat(get(sheet, "text/html").response().headers().allValues("Vary"))
                .contains("Accept");
        admin.send(admin.request(sheet).header("Accept", "image/png")).expect(406);
    }

    @Test
    void thePageLetsNothingInButItsOwnStyle() {
        String name = "page " + UUID.randomUUID();
        Reply page = get(sheet(Evaluation.connection(admin, name)), "text/html");

        assertThat(page.response().headers().allValues("Content-Security-Policy"))
                .containsExactly(SheetStyle.POLICY);
        assertThat(page.response().headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(page.response().headers().firstValue("X-Content-Type-Options"))
                .contains("nosniff");
        assertThat(page.text())
                .contains(name, "<strong class=\"test\">Test</strong>", "Application ID to issue Auth Token")
                .doesNotContain("<script");
    }

    @Test
    void thePageShowsNoValueThatWasMade() {
        String sheet = sheet(Evaluation.connection(admin, "blank " + UUID.randomUUID()));
        String secret = admin.post(sheet + "/values/clientSecret", null)
                .expect(201)
                .json()
                .getString("value");

        assertThat(get(sheet, "text/html").text()).doesNotContain(secret).contains("asks for it in SupportLink");
        assertThat(get(sheet, "application/json").text()).doesNotContain(secret);
    }

    @Test
    void strangersAndOtherConnectionsSeeNoPage() {
        String sheet = sheet(Evaluation.connection(admin, "closed " + UUID.randomUUID()));
        String user = "reader-" + UUID.randomUUID().toString().substring(0, 8);
        String other = Evaluation.connection(admin, "other " + UUID.randomUUID());
        admin.post(
                        "/admin/v1/users",
                        json("{'name':'" + user + "','password':'a long enough password','roles':[{'role':'m365-admin',"
                                + "'connection':'" + other + "'}]}"))
                .expect(201);
        AdminClient elsewhere = admin.as(user, "a long enough password");

        elsewhere.send(elsewhere.request(sheet).header("Accept", "text/html")).expect(404);
        elsewhere
                .send(elsewhere.request(sheet(other)).header("Accept", "text/html"))
                .expect(200);
        assertThat(SERVER.get(sheet).statusCode()).isEqualTo(401);
    }

    private Reply get(String path, String accept) {
        return admin.send(admin.request(path).header("Accept", accept)).expect(200);
    }

    private static String type(Reply reply) {
        return reply.response().headers().firstValue("Content-Type").orElse("");
    }

    private static String sheet(String id) {
        return "/admin/v1/connections/" + id + "/completion-sheet";
    }
}
