package dev.supportlink.setup;

import static dev.supportlink.testing.SetupPath.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportlink.sandbox.caller.MicrosoftSideCaller;
import dev.supportlink.sandbox.caller.SheetValues;
import dev.supportlink.testing.AdminClient;
import dev.supportlink.testing.OutsideWorld;
import dev.supportlink.testing.SetupPath;
import dev.supportlink.testing.SharedDeployment;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plans beside the basic one in gateway mode, and the ways between them, over HTTP. */
class PlansIT extends SharedDeployment {

    private AdminClient admin;

    @BeforeEach
    void signIn() {
        admin = firstUser();
    }

    @Test
    void insightsOnlyCompletesWithoutAnInboundSide() {
        SetupPath path = SetupPath.begin(admin, "insights " + UUID.randomUUID());
        path.done("consent", "{'agreed':true}")
                .done("environment", "{'test':false,'basicAuthenticationAllowed':'insights-only'}")
                .done("tenant-domain", "{'tenantDomain':'contoso.onmicrosoft.com'}");
        assertThat(steps(path))
                .containsExactly(
                        "consent",
                        "environment",
                        "tenant-domain",
                        "entra-application",
                        "outbound-provider",
                        "network-access",
                        "complete-integration",
                        "test-connection",
                        "enable-users");
        admin.get(path.path() + "/setup/steps/inbound-client").expect(404);
        admin.put(path.path() + "/setup/steps/link-account", json("{'answers':{},'skip':true}"), "\"0\"")
                .expect(404);

        path.registerApplication();
        path.enterSecret(path.prepared().applicationSecret()).expect(200);
        refuseAdministrator(path);
        path.done("enable-users", "{'nobodyYet':true}")
                .done("complete-integration", "{'enteredInAdminCenter':true}")
                .done("test-connection", "{}");

        JsonObject connection = connection(path);
        assertThat(connection.getString("setupState")).isEqualTo("complete");
        assertThat(connection.getString("health")).isEqualTo("healthy");
        JsonObject report = verify(path);
        for (String check : List.of("instance-sign-in", "incident-read", "deliveries", "inbound-path")) {
            assertThat(check(report, check).getString("outcome")).as(check).isEqualTo("skipped");
            assertThat(check(report, check).getString("reason")).as(check).isEqualTo("insights-only");
        }
        assertThat(check(report, "outbound-token").getString("outcome")).isEqualTo("passed");
        admin.get(path.path() + "/inbound-client").expect(404);
    }

    private void refuseAdministrator(SetupPath path) {
        JsonObject refused = path.answer(
                        "enable-users",
                        Json.createObjectBuilder(
                                json("{'users':[{'userName':'admin','role':'x_mioms_m365_assis.administrator'}]}")))
                .expect(400)
                .json();
        assertThat(refused.getJsonArray("errors").getJsonObject(0).getString("field"))
                .isEqualTo("users[0]");
        assertThat(path.step("enable-users").getString("etag")).isEqualTo("\"0\"");
    }

    @Test
    void inDirectModeCallersAreTriedAtTheInstanceAndFindOurDoorClosed() {
        SetupPath path = SetupPath.begin(admin, "direct " + UUID.randomUUID()).complete();
        SheetValues before = sheet(path);
        MicrosoftSideCaller caller = new MicrosoftSideCaller(before);
        caller.signIn();

        patch(path, "{'inboundMode':'direct'}");

        assertThatThrownBy(() -> caller.create(Map.of("short_description", "too late")))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> new MicrosoftSideCaller(before).signIn()).isInstanceOf(RuntimeException.class);
        assertThat(states(path))
                .containsEntry("inbound-client", "ready")
                .containsEntry("integration-user", "blocked")
                .containsEntry("complete-integration", "blocked")
                .containsEntry("network-access", "ready")
                .containsEntry("enable-users", "done");

        path.registerClient();
        path.enterUser(path.prepared().user().password()).expect(200);
        path.done("instance-access", "{}");
        assertThat(check(verify(path), "inbound-path").getString("reason")).isEqualTo("waiting-for-m365-admin");
        path.done("complete-integration", "{'enteredInAdminCenter':true}").done("test-connection", "{}");

        assertThat(connection(path).getString("setupState")).isEqualTo("complete");
        assertThat(connection(path).getString("health")).isEqualTo("healthy");
        JsonObject report = verify(path);
        assertThat(check(report, "inbound-path").getString("outcome")).isEqualTo("passed");
        assertThat(check(report, "deliveries").getString("reason")).isEqualTo("callers-go-to-instance");

        patch(path, "{'inboundMode':'gateway'}");
        assertThatThrownBy(() -> new MicrosoftSideCaller(before).signIn()).isInstanceOf(RuntimeException.class);
    }

    @Test
    void anotherSetupTypeKeepsNothingOfTheOldInboundSide() {
        SetupPath path =
                SetupPath.begin(admin, "there and back " + UUID.randomUUID()).complete();

        patch(path, "{'setupType':'insights-only'}");
        assertThat(states(path))
                .containsEntry("outbound-provider", "done")
                .containsEntry("complete-integration", "ready")
                .containsEntry("test-connection", "waiting");
        patch(path, "{'setupType':'basic'}");

        assertThat(states(path))
                .containsEntry("entra-application", "done")
                .containsEntry("outbound-provider", "done")
                .containsEntry("inbound-client", "ready")
                .containsEntry("integration-user", "blocked")
                .containsEntry("enable-users", "done");
        assertThat(path.step("inbound-client").getJsonObject("values")).doesNotContainKey("clientId");
        assertThat(check(verify(path), "instance-sign-in").getString("reason"))
                .isEqualTo("instance-credential-missing");
    }

    @Test
    void theTestFlagIsClearedInOneCallAndOnlyThenWritingStops() {
        SetupPath path =
                SetupPath.begin(admin, "production " + UUID.randomUUID()).complete();
        int before = written();
        verify(path);
        int inTest = written();
        assertThat(inTest).isGreaterThan(before);

        patch(path, "{'environment':'production'}");
        JsonObject report = verify(path);

        assertThat(written()).isEqualTo(inTest);
        assertThat(check(report, "incident-write").getString("outcome")).isNotEqualTo("failed");
        assertThat(connection(path).getString("environment")).isEqualTo("production");
        assertThat(connection(path).getString("setupState")).isEqualTo("complete");
        assertThat(states(path)).doesNotContainValue("failed").containsEntry("test-connection", "done");
    }

    @Test
    void anAnswerThatWasOvertakenIsNoRepetition() {
        SetupPath path =
                SetupPath.begin(admin, "overtaken " + UUID.randomUUID()).chooseTargets();
        patch(path, "{'environment':'production'}");
        JsonObject again =
                json("{'answers':{'test':true,'basicAuthenticationAllowed':'yes'},'actingAs':'servicenow-admin'}");

        admin.put(path.path() + "/setup/steps/environment", again, null).expect(428);
        admin.put(path.path() + "/setup/steps/environment", again, "\"1\"").expect(200);

        assertThat(connection(path).getString("environment")).isEqualTo("test");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'environment':'production'} | environment",
                "{'inboundMode':'direct'} | inboundMode",
                "{'setupType':'advanced'} | setupType",
                "{'setupType':null} | setupType",
                "{'instanceUrl':'https://user:secret@help.contoso.com'} | instanceUrl",
                "{'instanceUrl':'https://help.contoso.com/login.do'} | instanceUrl",
                "{'tenantDomain':'admin@contoso.com'} | tenantDomain",
            })
    void whatDoesNotFitIsNamedAndChangesNothing(String patch, String field) {
        String id = admin.post(
                        "/admin/v1/connections",
                        json("{'name':'bad " + UUID.randomUUID() + "','tenantDomain':'contoso.onmicrosoft.com'}"))
                .expect(201)
                .json()
                .getString("id");
        AdminClient.Reply before = admin.get("/admin/v1/connections/" + id);

        JsonObject refused = admin.patch(
                        "/admin/v1/connections/" + id,
                        json(patch),
                        before.etag().orElseThrow())
                .expect(400)
                .json();

        assertThat(refused.getJsonArray("errors").getJsonObject(0).getString("field"))
                .isEqualTo(field);
        assertThat(admin.get("/admin/v1/connections/" + id).text()).isEqualTo(before.text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "consent | {'agreed':false} | agreed | 400",
                "environment | {'test':true,'basicAuthenticationAllowed':'perhaps'} | basicAuthenticationAllowed | 400",
                "environment | {'test':true,'basicAuthenticationAllowed':'yes','inboundMode':'both'} | inboundMode | 400",
                "environment | {'test':true,'basicAuthenticationAllowed':'yes','instanceUrl':'ftp://x.example'} |"
                        + " instanceUrl | 400",
                "tenant-domain | {'tenantDomain':'contoso'} | tenantDomain | 400",
                "tenant-domain | {'tenantDomain':'nobody-has-this.example'} | tenantDomain | 422",
                "entra-application | {'clientId':'not a guid'} | clientId | 400",
                "entra-application | {'clientId':'11111111-2222-3333-4444-555555555555','redirectUrl':'https://x.example/'}"
                        + " | redirectUrl | 400",
                "inbound-client | {'clientId':'has space','clientSecret':'s'} | clientId | 400",
                "network-access | {'seen':'yes'} | seen | 400",
                "enable-users | {'users':[{'userName':'nobody','role':'x_mioms_m365_assis.insights_user'}]} | users[0] | 400",
                "link-account | {'email':'admin'} | email | 400",
                "link-account | {'email':'admin@nobody-has-this.example'} | email | 422",
            })
    void aBadAnswerIsNamedAndNothingIsStored(String step, String answer, String field, int status) {
        SetupPath path = SetupPath.begin(admin, "bad answer " + UUID.randomUUID());
        if (!step.equals("consent")) {
            path.chooseTargets();
        }
        if (step.equals("link-account")) {
            path.done("enable-users", "{'nobodyYet':true}");
        }
        JsonObject before = path.step(step);
        String connection = connection(path).toString();

        JsonObject refused = path.answer(step, Json.createObjectBuilder(json(answer)))
                .expect(status)
                .json();

        assertThat(refused.getJsonArray("errors").getJsonObject(0).getString("field"))
                .isEqualTo(field);
        assertThat(refused.getJsonArray("errors").getJsonObject(0).getString("message"))
                .hasSizeGreaterThan(15);
        assertThat(path.step(step)).isEqualTo(before);
        assertThat(connection(path).toString()).isEqualTo(connection);
    }

    @Test
    void theSecondRedirectUrlOfTheGuideIsTakenWithAWarning() {
        SetupPath path = SetupPath.begin(admin, "redirect " + UUID.randomUUID()).chooseTargets();
        String right = path.step("entra-application").getJsonObject("values").getString("redirectUrl");
        assertThat(right).endsWith("/oauth_redirect.do");
        String second = right.replace("oauth_redirect", "auth_redirect");

        path.done(
                "entra-application",
                "{'clientId':'" + path.prepared().application().appId() + "','redirectUrl':'" + second + "'}");

        JsonObject step = path.step("entra-application");
        assertThat(step.getString("state")).isEqualTo("done");
        assertThat(step.getJsonArray("problems")).isEmpty();
        assertThat(step.getJsonArray("warnings").getValuesAs(JsonString::getString))
                .singleElement()
                .asString()
                .contains("AADSTS50011", right);
    }

    private SheetValues sheet(SetupPath path) {
        return SheetValues.of(Json.createObjectBuilder(path.sheet())
                .add("clientSecret", path.make("clientSecret"))
                .add("restPassword", path.make("restPassword"))
                .build());
    }

    private static int written() {
        return OutsideWorld.world().instance().requests().count("POST", "/api/now/table/incident");
    }

    private void patch(SetupPath path, String change) {
        AdminClient.Reply before = admin.get(path.path());
        admin.patch(path.path(), json(change), before.etag().orElseThrow()).expect(200);
    }

    private JsonObject verify(SetupPath path) {
        return admin.post(path.path() + "/verifications?wait=PT60S", null)
                .expect(200)
                .json();
    }

    private static JsonObject check(JsonObject report, String id) {
        return report.getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                .filter(check -> check.getString("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private JsonObject connection(SetupPath path) {
        return admin.get(path.path()).expect(200).json();
    }

    private List<String> steps(SetupPath path) {
        return plan(path).stream().map(step -> step.getString("id")).toList();
    }

    private Map<String, String> states(SetupPath path) {
        return plan(path).stream()
                .collect(java.util.stream.Collectors.toMap(
                        step -> step.getString("id"), step -> step.getString("state")));
    }

    private List<JsonObject> plan(SetupPath path) {
        return admin.get(path.path() + "/setup")
                .expect(200)
                .json()
                .getJsonArray("steps")
                .getValuesAs(JsonObject.class);
    }
}
