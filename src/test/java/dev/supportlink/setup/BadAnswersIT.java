package dev.supportlink.setup;

import static dev.supportlink.testing.SetupPath.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.testing.AdminClient;
import dev.supportlink.testing.AdminClient.Reply;
import dev.supportlink.testing.EntraPath;
import dev.supportlink.testing.OutsideWorld;
import dev.supportlink.testing.SetupPath;
import dev.supportlink.testing.SharedDeployment;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every input of every step gets bad values, one at a time beside right ones. Each is answered with the input's name, what
 * is wrong and what a right value looks like, and changes nothing. Then the right answers are given, and the next step's
 * turn comes. An input that a step asks for and that no line here is about fails the test.
 */
class BadAnswersIT extends SharedDeployment {

    private static final String LONG = "x".repeat(2001);

    /** Of these one is to be given and the other not. */
    private static final Set<String> EITHER = Set.of("users", "nobodyYet");

    private final Map<String, JsonObject> right = new LinkedHashMap<>();
    private final List<Bad> table = new ArrayList<>();
    private final SoftAssertions softly = new SoftAssertions();
    private AdminClient admin;

    /**
     * One bad value.
     *
     * @param value as JSON; null leaves the input out
     * @param status 400 for what has not the form, 422 for what an outside system refuses
     * @param says words of the message that tell what a right value is, or what to do
     */
    private record Bad(String step, String input, String value, int status, String says) {}

    @BeforeEach
    void signIn() {
        admin = firstUser();
    }

    @Test
    void basicPlan() {
        SetupPath path = SetupPath.begin(admin, "bad answers " + UUID.randomUUID());
        askOneCloudOnly(path);
        OutsideWorld.Prepared prepared = path.prepared();
        String instance = OutsideWorld.world().instance().baseUri().toString();

        step("consent", "{'agreed':true}");
        bad("agreed", null, 400, "true");
        bad("agreed", "false", 400, "must be true");
        bad("agreed", "'yes'", 400, "true or false");
        bad("agreed", "1", 400, "true or false");

        step("environment", "{'test':true,'basicAuthenticationAllowed':'yes'}");
        bad("test", null, 400, "true or false");
        bad("test", "'true'", 400, "true or false");
        bad("basicAuthenticationAllowed", null, 400, "yes");
        bad("basicAuthenticationAllowed", "true", 400, "yes");
        bad("basicAuthenticationAllowed", "'perhaps'", 400, "yes");
        bad("inboundMode", "'sideways'", 400, "gateway");
        bad("inboundMode", "7", 400, "gateway");
        for (String url : List.of(
                "'contoso'",
                "'ftp://contoso.service-now.com'",
                "'https://contoso.service-now.com/nav_to.do'",
                "'https://contoso.service-now.com?x=1'",
                "'https://contoso.service-now.com#x'",
                "'https://user:secret@contoso.service-now.com'",
                "'https://127.0.0.1'",
                "'https://[::1]'",
                "'https://169.254.169.254'",
                "'https://0x7f000001'",
                "'https://localhost'",
                "'https://contoso service-now.com'",
                "'https://'",
                "'" + LONG + "'",
                "5",
                "['https://contoso.service-now.com']")) {
            bad("instanceUrl", url, 400, "https://contoso.service-now.com");
        }

        step("tenant-domain", "{'tenantDomain':'contoso.onmicrosoft.com'}");
        bad("tenantDomain", null, 400, "contoso.onmicrosoft.com");
        for (String domain : List.of(
                "''",
                "'contoso'",
                "'https://contoso.com'",
                "'contoso..com'",
                "'-contoso.com'",
                "'con toso.com'",
                "'admin@contoso.com'",
                "'contoso.com/x'",
                "'" + LONG + "'",
                "12",
                "true",
                "{}")) {
            bad("tenantDomain", domain, 400, "contoso.onmicrosoft.com");
        }
        bad("tenantDomain", "'nobody-has-this-domain.example'", 422, "");

        step("entra-application", "{'clientId':'" + prepared.application().appId() + "'}");
        clientIds("clientId");
        secrets("clientSecret", "value");
        bad("clientSecret", "'wrong~secret'", 422, "");
        dates("clientSecretExpiresOn");
        bad("redirectUrl", "'https://elsewhere.example/oauth_redirect.do'", 400, "/oauth_redirect.do");
        bad("redirectUrl", "'" + instance + "/oauth_redirect.do/x'", 400, "/oauth_redirect.do");
        bad("redirectUrl", "true", 400, "/oauth_redirect.do");
        texts("graphAccessToken");

        step(
                "outbound-provider",
                Json.createObjectBuilder()
                        .add("clientSecret", prepared.applicationSecret())
                        .build());
        bad("clientSecret", null, 400, "value");
        secrets("clientSecret", "value");
        bad("clientSecret", "'wrong~secret'", 422, "");
        dates("clientSecretExpiresOn");
        bad("redirectUrl", "'https://elsewhere.example/auth_redirect.do'", 400, "/oauth_redirect.do");
        bad("redirectUrl", "5", 400, "/oauth_redirect.do");

        step(
                "inbound-client",
                Json.createObjectBuilder()
                        .add("clientId", prepared.client().clientId())
                        .add("clientSecret", prepared.client().clientSecret())
                        .build());
        bad("clientId", null, 400, "Client ID");
        bad("clientId", "''", 400, "Client ID");
        bad("clientId", "'two words'", 400, "without spaces");
        bad("clientId", "'" + "c".repeat(101) + "'", 400, "100");
        bad("clientId", "9", 400, "Client ID");
        bad("clientSecret", null, 400, "Client Secret");
        bad("clientSecret", "' padded '", 400, "spaces around");
        bad("clientSecret", "'line\\nbreak'", 400, "line breaks");
        bad("clientSecret", "17", 400, "Client Secret");
        bad("existing", "'no'", 400, "true or false");
        creation("createRegistration");

        step(
                "integration-user",
                Json.createObjectBuilder()
                        .add("userName", prepared.user().userName())
                        .add("password", prepared.user().password())
                        .add("userIsNew", true)
                        .build());
        bad("userName", null, 400, "User ID");
        bad("userName", "''", 400, "User ID");
        bad("userName", "'" + "u".repeat(101) + "'", 400, "100");
        bad("userName", "'a\\tb'", 400, "User ID");
        bad("userName", "{}", 400, "User ID");
        bad("password", null, 400, "password");
        bad("password", "' padded'", 400, "spaces around");
        bad("password", "false", 400, "password");
        bad("userIsNew", null, 400, "true or false");
        bad("userIsNew", "'new'", 400, "true or false");
        creation("createUser");

        step("network-access", "{'seen':true}");
        bad("seen", null, 400, "true");
        bad("seen", "false", 400, "skip");
        bad("seen", "'seen'", 400, "true or false");

        step("instance-access", "{}");
        bad("scriptOutput", "'no JSON'", 400, "");
        bad("scriptOutput", "'[]'", 400, "");
        bad("scriptOutput", "'{}'", 400, "");
        bad("scriptOutput", "7", 400, "");

        step("complete-integration", "{'handedOnTo':'the integration test'}");
        bad("handedOnTo", "'" + "n".repeat(201) + "'", 400, "200");
        bad("handedOnTo", "'two\\nlines'", 400, "one line");
        bad("handedOnTo", "5", 400, "who received");
        bad("enteredInAdminCenter", "true", 400, "either");
        bad("enteredInAdminCenter", "'yes'", 400, "true or false");

        step("test-connection", "{}");

        step("enable-users", "{'nobodyYet':true}");
        bad("nobodyYet", "'nobody'", 400, "true or false");
        for (String users : List.of(
                "'admin'",
                "[]",
                "['admin']",
                "[{'userName':'admin'}]",
                "[{'userName':'admin','role':'king'}]",
                "[{'userName':7,'role':'x_mioms_m365_assis.insights_user'}]",
                "[{'userName':'nobody-has-this-name','role':'x_mioms_m365_assis.insights_user'}]",
                "[{'userName':'admin','role':'x_mioms_m365_assis.insights_user','more':1}]")) {
            bad("users", users, 400, "");
        }

        step("link-account", "{'email':'admin@contoso.onmicrosoft.com'}");
        bad("email", null, 400, "admin@contoso.com");
        for (String email : List.of("''", "'admin'", "'@contoso.com'", "'admin@'", "'a b@contoso.com'", "3")) {
            bad("email", email, 400, "admin@contoso.com");
        }
        bad("email", "'admin@nobody-has-this-domain.example'", 422, "");

        walk(path.path());
        assertThat(admin.get(path.path()).json().getString("setupState")).isEqualTo("complete");
    }

    /** What the plan for entra asks for beside what the basic one does. */
    @Test
    void entraPlan() {
        EntraPath path = EntraPath.withInstance(admin, "bad entra " + UUID.randomUUID())
                .chooseTargets()
                .registerApplications()
                .configureInstance();

        for (String step : List.of("rest-api-application", "rest-user-application")) {
            EntraPath.Registered registered = step.equals("rest-api-application") ? path.api() : path.user();
            EntraPath.Registered other = step.equals("rest-api-application") ? path.user() : path.api();
            step(
                    step,
                    Json.createObjectBuilder()
                            .add("clientId", registered.clientId())
                            .add("clientSecret", registered.secret())
                            .add("clientSecretExpiresOn", "2099-01-01")
                            .build());
            clientIds("clientId");
            bad("clientId", "'" + other.clientId() + "'", 400, "application");
            bad("clientId", "'" + UUID.randomUUID() + "'", 422, "");
            bad("clientSecret", null, 400, "value");
            secrets("clientSecret", "value");
            bad("clientSecret", "'wrong~secret'", 422, "");
            dates("clientSecretExpiresOn");
        }
        present = "rest-api-application";
        for (String uri : List.of("'api'", "'two words'", "'api://" + "x".repeat(300) + "'", "4")) {
            bad("identifierUri", uri, 400, "Application ID URI");
        }

        step("oidc-provider", "{'configured':true}");
        bad("configured", null, 400, "true");
        bad("configured", "false", 400, "must be true");
        bad("configured", "'yes'", 400, "true or false");

        step("integration-user", "{'userIsNew':true}");
        bad("userIsNew", null, 400, "true or false");
        bad("userIsNew", "'new'", 400, "true or false");
        texts("adminUserName");
        texts("adminPassword");

        walk(path.path());
        path.finish();
    }

    @Test
    void insightsOnlyPlan() {
        SetupPath path = SetupPath.begin(admin, "bad insights " + UUID.randomUUID())
                .done("consent", "{'agreed':true}")
                .done("environment", "{'test':true,'basicAuthenticationAllowed':'insights-only'}");

        step("enable-users", "{'users':[{'userName':'admin','role':'x_mioms_m365_assis.insights_user'}]}");
        bad("users", "[{'userName':'admin','role':'x_mioms_m365_assis.administrator'}]", 400, "insights_user");
        bad("nobodyYet", "true", 400, "either");

        walk(path.path());
    }

    /** The others are not to be reached from here, and a domain may belong to one of them. */
    private void askOneCloudOnly(SetupPath path) {
        admin.patch(
                        path.path(),
                        json("{'cloud':'global'}"),
                        admin.get(path.path()).etag().orElseThrow())
                .expect(200);
    }

    private void clientIds(String input) {
        bad(input, null, 400, "11111111-2222-3333-4444-555555555555");
        for (String id : List.of("''", "'my-app'", "'11111111222233334444555555555555'", "'{}'", "12", "[]")) {
            bad(input, id, 400, "11111111-2222-3333-4444-555555555555");
        }
    }

    private void secrets(String input, String says) {
        bad(input, "'" + UUID.randomUUID() + "'", 400, "Value");
        bad(input, "' padded~secret '", 400, says);
        bad(input, "'line\\nbreak'", 400, says);
        bad(input, "'" + "s".repeat(1001) + "'", 400, "1000");
        bad(input, "12345", 400, says);
    }

    private void dates(String input) {
        for (String date : List.of("'tomorrow'", "'31.05.2027'", "'2027-02-30'", "'2027-05'", "20270531")) {
            bad(input, date, 400, "yyyy-MM-dd");
        }
        bad(input, "'2001-01-31'", 400, "");
    }

    private void texts(String input) {
        bad(input, "7", 400, "");
        bad(input, "' padded '", 400, "");
    }

    private void creation(String flag) {
        bad(flag, "'yes'", 400, "true or false");
        texts("adminUserName");
        texts("adminPassword");
    }

    private String present;

    private void step(String name, String answers) {
        step(name, json(answers));
    }

    private void step(String name, JsonObject answers) {
        present = name;
        right.put(name, answers);
    }

    private void bad(String input, String value, int status, String says) {
        table.add(new Bad(present, input, value, status, says));
    }

    private void walk(String path) {
        right.forEach((step, answers) -> {
            Set<String> asked = new TreeSet<>();
            present(path, step)
                    .getJsonArray("inputs")
                    .forEach(input -> asked.add(input.asJsonObject().getString("name")));
            Set<String> tried = new TreeSet<>();
            table.stream().filter(bad -> bad.step().equals(step)).forEach(bad -> {
                tried.add(bad.input());
                refused(path, bad, answers);
            });
            softly.assertThat(tried).as("inputs of " + step).containsAll(asked);
            Reply reply = put(path, step, answers);
            softly.assertThat(reply.status()).as(step + ": " + reply.text()).isEqualTo(200);
        });
        softly.assertAll();
    }

    private JsonObject present(String path, String step) {
        return admin.get(path + "/setup/steps/" + step).expect(200).json();
    }

    private void refused(String path, Bad bad, JsonObject answers) {
        JsonObjectBuilder body = Json.createObjectBuilder(answers);
        if (bad.value() == null) {
            body.remove(bad.input());
        } else {
            body.add(bad.input(), value(bad.value()));
        }
        String before = state(path);

        Reply reply = put(path, bad.step(), body.build());

        softly.assertThat(reply.status()).as(bad + ": " + reply.text()).isEqualTo(bad.status());
        softly.assertThat(state(path)).as(bad + " changes nothing").isEqualTo(before);
        if (reply.status() == bad.status()) {
            List<JsonObject> errors = reply.json().getJsonArray("errors").getValuesAs(JsonObject.class);
            softly.assertThat(errors)
                    .as(bad + ": " + reply.text())
                    .anyMatch(error -> isAbout(error.getString("field"), bad.input())
                            && error.getString("message").contains(bad.says())
                            && error.getString("message").length() > 15);
        }
    }

    private static boolean isAbout(String field, String input) {
        return field.equals(input) || field.startsWith(input + "[") || EITHER.containsAll(List.of(field, input));
    }

    private Reply put(String path, String step, JsonObject answers) {
        JsonObject now = present(path, step);
        JsonObject body = Json.createObjectBuilder()
                .add("answers", answers)
                .add("actingAs", now.getString("adminRole"))
                .build();
        return admin.put(path + "/setup/steps/" + step, body, now.getString("etag"));
    }

    /** All that a person can see of a connection's set-up, and the revision of its definition. */
    private String state(String path) {
        return admin.get(path + "/setup").expect(200).text()
                + admin.get(path).expect(200).etag().orElseThrow()
                + admin.get(path + "/completion-sheet").expect(200).text();
    }

    private static JsonValue value(String text) {
        return Json.createReader(new StringReader(text.replace('\'', '"'))).readValue();
    }
}
