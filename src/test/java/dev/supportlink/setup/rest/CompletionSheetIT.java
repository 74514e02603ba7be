package dev.supportlink.setup.rest;

import static dev.supportlink.testing.SetupPath.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.testing.AdminClient;
import dev.supportlink.testing.AdminClient.Reply;
import dev.supportlink.testing.Evaluation;
import dev.supportlink.testing.OutsideWorld;
import dev.supportlink.testing.SetupPath;
import dev.supportlink.testing.SharedDeployment;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
    void directShowsTheInstanceCredentialAndEachValueOnce() {
        SetupPath path = direct(admin, "direct " + UUID.randomUUID());
        JsonObject sheet = path.sheet();

        assertThat(sheet.getString("endpoint"))
                .isEqualTo(OutsideWorld.world().instance().baseUri().toString());
        assertThat(sheet.getString("authenticationType")).isEqualTo("Basic Auth");
        assertThat(sheet.getString("clientId"))
                .isEqualTo(path.prepared().client().clientId());
        assertThat(sheet.getString("restUsername"))
                .isEqualTo(path.prepared().user().userName());
        assertThat(sheet.getInt("refreshTokenExpiry")).isEqualTo(864_000);
        assertThat(path.make("clientSecret")).isEqualTo(path.prepared().client().clientSecret());
        assertThat(path.make("restPassword")).isEqualTo(path.prepared().user().password());
        for (String name : List.of("clientSecret", "restPassword")) {
            Reply again = admin.post(value(path, name), null).expect(409);
            assertThat(again.text()).contains("shown once").doesNotContain("\"value\"");
        }
        path.registerClient();
        assertThat(path.make("clientSecret")).isEqualTo(path.prepared().client().clientSecret());
        admin.post(value(path, "clientSecret"), null).expect(409);
        admin.post(value(path, "restPassword"), null).expect(409);
        assertThat(admin.get("/admin/v1/audit-events?action=sheet-value-shown&connection=" + path.id())
                        .expect(200)
                        .json()
                        .getJsonArray("items"))
                .hasSize(3);
    }

    @Test
    void ofTwoWhoAskAtOnceOneSeesTheStoredValue() throws InterruptedException, ExecutionException {
        SetupPath path = direct(admin, "race " + UUID.randomUUID());
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 20; round++) {
                path.registerClient();
                Callable<Integer> ask =
                        () -> admin.post(value(path, "clientSecret"), null).status();
                List<Integer> answers = new ArrayList<>();
                for (Future<Integer> answer : threads.invokeAll(List.of(ask, ask))) {
                    answers.add(answer.get());
                }
                assertThat(answers).containsExactlyInAnyOrder(201, 409);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void entraShowsTheApplicationsAndInsightsOnlyAWord() {
        String api = UUID.randomUUID().toString();
        String user = UUID.randomUUID().toString();
        String entra = imported(
                "'setupType':'entra','restApplications':{'apiClientId':'" + api + "','userClientId':'" + user + "'}");
        String insights = imported("'setupType':'insights-only'");

        JsonObject sheet = admin.get(sheet(entra)).expect(200).json();
        assertThat(sheet.getString("authenticationType")).isEqualTo("AAD Auth");
        assertThat(sheet.getString("clientId")).isEqualTo(api);
        assertThat(sheet.getString("restUsername")).isEqualTo(user);
        assertThat(sheet.get("refreshTokenExpiry")).isEqualTo(JsonValue.NULL);
        assertThat(sheet.getJsonArray("fields").toString()).doesNotContain("refreshTokenExpiry");
        admin.post(sheet(entra) + "/values/clientSecret", null).expect(409);
        admin.post(sheet(entra) + "/values/restPassword", null).expect(409);

        JsonObject word = admin.get(sheet(insights)).expect(200).json();
        assertThat(word.getString("authenticationType")).isEqualTo("AAD Auth");
        assertThat(word.getString("clientId")).isEqualTo("ignored");
        assertThat(word.getString("restUsername")).isEqualTo("ignored");
        assertThat(word.getJsonArray("fields"))
                .contains(json("{'name':'restPassword','portalTab':'Repositories','portalLabel':'Rest user password',"
                        + "'value':'ignored','secret':false}"));
        assertThat(admin.post(sheet(insights) + "/values/restPassword", null)
                        .expect(404)
                        .text())
                .contains("insights only");
        assertThat(get(sheet(insights), "text/html").text()).contains("<bdi>ignored</bdi>");
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

    private static SetupPath direct(AdminClient admin, String name) {
        SetupPath path = SetupPath.begin(admin, name).direct().chooseTargets().registerClient();
        path.enterUser(path.prepared().user().password()).expect(200);
        return path;
    }

    private static String value(SetupPath path, String name) {
        return sheet(path.id()) + "/values/" + name;
    }

    private String imported(String fields) {
        return admin.post(
                        "/admin/v1/connections/import",
                        json("{'formatVersion':1,'name':'" + UUID.randomUUID()
                                + "','tenantDomain':'contoso.onmicrosoft.com'," + fields + "}"))
                .expect(201)
                .json()
                .getJsonObject("connection")
                .getString("id");
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
