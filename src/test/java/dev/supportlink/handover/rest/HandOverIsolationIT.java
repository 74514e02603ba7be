package dev.supportlink.handover.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import dev.supportlink.access.OpenToHandOvers;
import dev.supportlink.access.OpenToStrangers;
import dev.supportlink.platform.text.Ids;
import dev.supportlink.testing.AdminClient.Reply;
import dev.supportlink.testing.BrowserClient;
import dev.supportlink.testing.Evaluation;
import dev.supportlink.testing.HandOverLinks;
import dev.supportlink.testing.SetupPath;
import dev.supportlink.testing.SharedDeployment;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every path of the admin API, by every role's hand-over: its own connection and role, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandOverIsolationIT extends SharedDeployment {

    private static final List<String> ROLES = List.of("entra-admin", "servicenow-admin", "m365-admin", "administrator");
    private static final List<Class<? extends Annotation>> METHODS =
            List.of(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class);
    private static final String CONNECTION = "/admin/v1/connections/{connection}";

    private static final String NOTHING = Ids.next();

    /** One way to call the admin API. */
    record Call(String method, String path, boolean open) {

        boolean ofOneConnection() {
            return path.startsWith(CONNECTION);
        }

        /** With this connection's id, and with ids that nothing has for all the rest. */
        String at(String connection, Map<String, String> ids) {
            String filled = path.replace("{connection}", connection);
            for (Map.Entry<String, String> id : ids.entrySet()) {
                filled = filled.replace("{" + id.getKey() + "}", id.getValue());
            }
            return filled.replaceAll("\\{[^}]*\\}", NOTHING);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private final Map<String, BrowserClient> browsers = new TreeMap<>();
    private String own;
    private String other;
    private String ownReport;
    private String otherReport;

    @BeforeAll
    void makeTwoConnectionsAndALinkForEachRole() {
        own = Evaluation.connection(firstUser(), "isolation own " + Ids.next());
        other = Evaluation.connection(firstUser(), "isolation other " + Ids.next());
        ownReport = verified(own);
        otherReport = verified(other);
        HandOverLinks links = new HandOverLinks(firstUser(), SERVER.base(), own);
        ROLES.forEach(role -> browsers.put(role, links.browser(role)));
    }

    static Stream<Call> calls() {
        return new ClassFileImporter(List.of(new DoNotIncludeTests()))
                .importPackages("dev.supportlink").stream()
                        .filter(found -> found.isAnnotatedWith(Path.class))
                        .filter(found ->
                                found.getAnnotationOfType(Path.class).value().startsWith("/admin"))
                        .flatMap(found -> found.getMethods().stream())
                        .filter(method -> !method.isAnnotatedWith(OpenToStrangers.class))
                        .flatMap(HandOverIsolationIT::callsOf);
    }

    private static Stream<Call> callsOf(JavaMethod method) {
        String below = method.isAnnotatedWith(Path.class)
                ? "/" + method.getAnnotationOfType(Path.class).value()
                : "";
        String whole = (method.getOwner().getAnnotationOfType(Path.class).value() + below).replaceAll("/+", "/");
        String path = whole.replaceFirst("^/admin/v1/connections/\\{\\w+\\}", CONNECTION.replace("$", "\\$"));
        return METHODS.stream()
                .filter(method::isAnnotatedWith)
                .map(verb -> new Call(
                        verb.getAnnotation(HttpMethod.class).value(),
                        path,
                        method.isAnnotatedWith(OpenToHandOvers.class)));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void anotherConnectionAnswersLikeNone(Call call) {
        if (!call.ofOneConnection()) {
            return;
        }
        String ghost = Ids.next();
        Map<String, String> ids = Map.of("verification", otherReport, "step", "consent", "name", "clientSecret");
        browsers.forEach((role, browser) -> {
            Reply existing = send(browser, call.method(), call.at(other, ids));
            Reply missing = send(browser, call.method(), call.at(ghost, ids));

            assertThat(existing.status()).as("%s by %s", call, role).isEqualTo(404);
            assertThat(plain(existing, other)).as("%s by %s", call, role).isEqualTo(plain(missing, ghost));
            assertThat(names(existing)).isEqualTo(names(missing));
        });
    }

    @ParameterizedTest
    @MethodSource("calls")
    void whatIsNotForHandOversIsRefused(Call call) {
        if (call.open()) {
            return;
        }
        browsers.forEach((role, browser) -> {
            Reply refused = send(browser, call.method(), call.at(own, Map.of()));

            assertThat(refused.status())
                    .as("%s by %s: %s", call, role, refused.text())
                    .isEqualTo(403);
            assertThat(refused.json().getString("type")).isEqualTo("urn:supportlink:problem:forbidden");
        });
    }

    /** A new resource that hand-overs may use has to be thought about here. */
    @Test
    void whatIsOpenToHandOversIsThisAndNoMore() {
        Set<String> open = new TreeSet<>();
        calls().filter(Call::open).forEach(call -> open.add(call.toString()));

        assertThat(open)
                .containsExactlyInAnyOrder(
                        "GET /admin/v1/hand-over-sessions/current",
                        "DELETE /admin/v1/hand-over-sessions/current",
                        "GET " + CONNECTION + "/setup",
                        "GET " + CONNECTION + "/setup/steps/{step}",
                        "PUT " + CONNECTION + "/setup/steps/{step}",
                        "GET " + CONNECTION + "/completion-sheet",
                        "POST " + CONNECTION + "/completion-sheet/values/{name}",
                        "GET " + CONNECTION + "/verifications",
                        "GET " + CONNECTION + "/verifications/{verification}",
                        "POST " + CONNECTION + "/verifications");
    }

    @Test
    void stepsOfOtherRolesAreNeitherReadNorAnswered() {
        JsonObject whole = firstUser().get(plan(own)).expect(200).json();
        for (JsonObject step : whole.getJsonArray("steps").getValuesAs(JsonObject.class)) {
            String path = plan(own) + "/steps/" + step.getString("id");
            browsers.forEach((role, browser) -> {
                boolean mine = step.getString("adminRole").equals(role);
                assertThat(browser.get(path).status())
                        .as("%s by %s", path, role)
                        .isEqualTo(mine ? 200 : 403);
                if (!mine) {
                    for (String body : List.of(
                            "{'answers':{}}",
                            "{'answers':{},'skip':true}",
                            "{'answers':{},'actingAs':'" + step.getString("adminRole") + "'}",
                            "{'answers':{},'actingAs':'" + role + "'}")) {
                        Reply refused = browser.put(path, SetupPath.json(body), "*");
                        assertThat(refused.status())
                                .as("%s %s by %s", path, body, role)
                                .isEqualTo(403);
                    }
                }
            });
        }
        assertThat(firstUser().get(plan(own)).json()).isEqualTo(whole);
    }

    @Test
    void planShowsOwnStepsWholeAndOfOthersWhatStandsBefore() {
        browsers.forEach((role, browser) -> {
            List<JsonObject> steps = browser.get(plan(own))
                    .expect(200)
                    .json()
                    .getJsonArray("steps")
                    .getValuesAs(JsonObject.class);
            assertThat(steps).anyMatch(step -> step.getString("adminRole").equals(role));
            for (JsonObject step : steps) {
                if (step.getString("adminRole").equals(role)) {
                    assertThat(step).containsKeys("instructions", "values", "inputs", "problems", "etag");
                } else {
                    assertThat(step.keySet()).containsExactlyInAnyOrder("id", "title", "adminRole", "state");
                }
            }
        });
        assertThat(stepIds("entra-admin"))
                .containsExactly("consent", "environment", "tenant-domain", "entra-application");
        assertThat(stepIds("administrator")).containsExactly("consent", "environment", "enable-users", "link-account");
        assertThat(stepIds("m365-admin")).doesNotContain("test-connection", "enable-users", "network-access");
    }

    @Test
    void sheetAndItsSecretsAreForTheTenantAdminOnly() {
        String sheet = "/admin/v1/connections/" + own + "/completion-sheet";
        browsers.forEach((role, browser) -> {
            boolean mine = role.equals("m365-admin");
            assertThat(browser.get(sheet).status()).as(role).isEqualTo(mine ? 200 : 403);
            assertThat(browser.send(browser.request(sheet).header("Accept", "text/html"))
                            .status())
                    .as("page by " + role)
                    .isEqualTo(mine ? 200 : 403);
            for (String name : List.of("clientSecret", "restPassword")) {
                assertThat(browser.post(sheet + "/values/" + name, null).status())
                        .as("%s by %s", name, role)
                        .isEqualTo(mine ? 201 : 403);
            }
        });
        assertThat(firstUser()
                        .get("/admin/v1/audit-events?limit=2&action=sheet-value-made&connection=" + own)
                        .text())
                .contains("hand-over:")
                .doesNotContain("\"admin\"");
    }

    @Test
    void reportsAreReadAndStartedByEveryRole() {
        String reports = "/admin/v1/connections/" + own + "/verifications";
        browsers.forEach((role, browser) -> {
            browser.get(reports).expect(200);
            browser.get(reports + "/" + ownReport).expect(200);
            Reply others = browser.get(reports + "/" + otherReport).expect(404);
            String ghost = Ids.next();
            Reply missing = browser.get(reports + "/" + ghost).expect(404);
            assertThat(plain(others, otherReport)).isEqualTo(plain(missing, ghost));
        });
        Reply started = browsers.get("entra-admin").post(reports + "?wait=PT60S", null);
        assertThat(started.status()).isIn(200, 202);
    }

    private List<String> stepIds(String role) {
        return browsers.get(role).get(plan(own)).json().getJsonArray("steps").getValuesAs(JsonObject.class).stream()
                .map(step -> step.getString("id"))
                .toList();
    }

    private static Reply send(BrowserClient browser, String method, String path) {
        boolean body = !method.equals("GET") && !method.equals("DELETE");
        var request = browser.request(path);
        return browser.send(
                body
                        ? request.header("Content-Type", "application/json")
                                .method(method, BodyPublishers.ofString("{}"))
                        : request.method(method, BodyPublishers.noBody()));
    }

    private static String plain(Reply reply, String id) {
        return reply.text().replace(id, "<id>").replaceAll("\"requestId\":\"[^\"]*\"", "");
    }

    private static Set<String> names(Reply reply) {
        return reply.response().headers().map().keySet();
    }

    private static String plan(String connection) {
        return "/admin/v1/connections/" + connection + "/setup";
    }

    private static String verified(String connection) {
        return firstUser()
                .post("/admin/v1/connections/" + connection + "/verifications?wait=PT60S", null)
                .json()
                .getString("id");
    }
}
