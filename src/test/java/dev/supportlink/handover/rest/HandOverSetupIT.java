package dev.supportlink.handover.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.platform.text.Ids;
import dev.supportlink.sandbox.caller.SheetValues;
import dev.supportlink.testing.AdminClient.Reply;
import dev.supportlink.testing.BrowserClient;
import dev.supportlink.testing.CallerClient;
import dev.supportlink.testing.HandOverLinks;
import dev.supportlink.testing.OutsideWorld;
import dev.supportlink.testing.SetupPath;
import dev.supportlink.testing.SharedDeployment;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A whole set-up by three admins in three browsers, each of whom has a link and nothing else. */
class HandOverSetupIT extends SharedDeployment {

    private SetupPath path;
    private HandOverLinks links;
    private JsonObject servicenowLink;
    private BrowserClient servicenow;
    private BrowserClient entra;
    private BrowserClient m365;

    @BeforeEach
    void handOut() {
        path = SetupPath.begin(firstUser(), "by links " + Ids.next());
        links = new HandOverLinks(firstUser(), SERVER.base(), path.id());
        servicenowLink = links.issue("servicenow-admin");
        servicenow = links.opened(servicenowLink);
        entra = links.browser("entra-admin");
        m365 = links.browser("m365-admin");
    }

    @Test
    void threeBrowsersFinishTheBasicPlan() {
        untilTheTenantAdmin();
        assertThat(state(servicenow, "test-connection")).isEqualTo("waiting");
        JsonObject sheet =
                m365.get(path.path() + "/completion-sheet").expect(200).json();
        String secret = made("clientSecret");
        String password = made("restPassword");
        assertThat(links.read(servicenowLink).getString("state")).isEqualTo("in-use");

        done(m365, "complete-integration", json("{'enteredInAdminCenter':true}"));
        done(servicenow, "network-access", json("{'seen':true}"));
        done(servicenow, "test-connection", json("{}"));

        assertThat(firstUser().get(path.path()).json().getString("setupState")).isEqualTo("complete");
        assertThat(links.read(servicenowLink).getString("state")).isEqualTo("finished");
        assertThat(firstUser().get(links.path()).json().getJsonArray("items").getValuesAs(JsonObject.class))
                .allMatch(one -> one.getString("state").equals("finished"));
        SheetValues values = new SheetValues(
                SERVER.base(), sheet.getString("clientId"), secret, sheet.getString("restUsername"), password);
        assertThat(new CallerClient(SERVER.base(), values).passwordGrant()).containsKey("access_token");
    }

    @Test
    void everyAnswerNamesItsHandOver() {
        untilTheTenantAdmin();

        assertThat(firstUser()
                        .get("/admin/v1/audit-events?limit=200&action=step-answered&connection=" + path.id())
                        .json()
                        .getJsonArray("items")
                        .getValuesAs(JsonObject.class))
                .hasSizeGreaterThan(7)
                .allMatch(event -> event.getString("actor").startsWith("hand-over:"));
    }

    @Test
    void targetsStayWhereTheyAreOnceACredentialIsStored() {
        choose();
        done(
                entra,
                "entra-application",
                Json.createObjectBuilder()
                        .add("clientId", path.prepared().application().appId())
                        .add("clientSecret", path.prepared().applicationSecret()));
        JsonObject before = firstUser().get(path.path()).json();

        assertForbidden("environment", "instanceUrl", environment().add("instanceUrl", "https://evil.service-now.com"));
        assertForbidden("environment", "inboundMode", environment().add("inboundMode", "direct"));
        assertForbidden("tenant-domain", "tenantDomain", json("{'tenantDomain':'evil.onmicrosoft.com'}"));

        assertThat(firstUser().get(path.path()).json()).isEqualTo(before);
        done(servicenow, "environment", environment());
    }

    @Test
    void usersGetRolesByStepTwelveOnly() {
        choose();
        String name = "hanna-" + Ids.next();
        JsonObject user = SetupPath.json("{'name':'" + name + "','password':'correct horse battery','roles':[]}");
        assertThat(servicenow.post("/admin/v1/users", user).status()).isEqualTo(403);
        firstUser().post("/admin/v1/users", user).expect(201);
        String roles = "/admin/v1/users/" + name + "/roles";
        assertThat(servicenow
                        .put(roles, SetupPath.json("{'roles':[{'role':'operator'}]}"), "*")
                        .status())
                .isEqualTo(403);

        done(
                servicenow,
                "enable-users",
                Json.createObjectBuilder()
                        .add(
                                "users",
                                Json.createArrayBuilder()
                                        .add(Json.createObjectBuilder()
                                                .add("userName", name)
                                                .add("role", "x_mioms_m365_assis.insights_user"))));

        JsonObject granted = firstUser().get("/admin/v1/users/" + name).json();
        assertThat(granted.getJsonArray("roles").toString())
                .isEqualTo("[{\"role\":\"insights-user\",\"connection\":\"" + path.id() + "\"}]");
    }

    private void untilTheTenantAdmin() {
        choose();
        OutsideWorld.Prepared prepared = path.prepared();
        done(
                entra,
                "entra-application",
                Json.createObjectBuilder()
                        .add("clientId", prepared.application().appId()));
        done(
                servicenow,
                "outbound-provider",
                Json.createObjectBuilder().add("clientSecret", prepared.applicationSecret()));
        done(
                servicenow,
                "inbound-client",
                Json.createObjectBuilder()
                        .add("clientId", prepared.client().clientId())
                        .add("clientSecret", prepared.client().clientSecret()));
        done(
                servicenow,
                "integration-user",
                Json.createObjectBuilder()
                        .add("userName", prepared.user().userName())
                        .add("password", prepared.user().password())
                        .add("userIsNew", true));
        done(servicenow, "instance-access", json("{}"));
        done(servicenow, "enable-users", json("{'nobodyYet':true}"));
    }

    private void choose() {
        done(servicenow, "consent", json("{'agreed':true}"));
        done(servicenow, "environment", environment());
        done(servicenow, "tenant-domain", json("{'tenantDomain':'contoso.onmicrosoft.com'}"));
    }

    private static JsonObjectBuilder environment() {
        return json("{'test':true,'basicAuthenticationAllowed':'yes'}");
    }

    private String made(String name) {
        Reply reply = m365.post(path.path() + "/completion-sheet/values/" + name, null);
        return reply.expect(201).json().getString("value");
    }

    private void assertForbidden(String step, String field, JsonObjectBuilder answers) {
        Reply refused = put(servicenow, step, answers).expect(403);

        assertThat(refused.json().getJsonArray("errors").getValuesAs(JsonObject.class))
                .extracting(error -> error.getString("field"))
                .containsExactly(field);
    }

    private void done(BrowserClient browser, String step, JsonObjectBuilder answers) {
        Reply reply = put(browser, step, answers).expect(200);
        assertThat(reply.json().getString("state")).as(reply.text()).isEqualTo("done");
    }

    private Reply put(BrowserClient browser, String step, JsonObjectBuilder answers) {
        String at = path.path() + "/setup/steps/" + step;
        JsonObject body = Json.createObjectBuilder().add("answers", answers).build();
        return browser.put(at, body, browser.get(at).expect(200).etag().orElseThrow());
    }

    private String state(BrowserClient browser, String step) {
        return browser.get(path.path() + "/setup/steps/" + step)
                .expect(200)
                .json()
                .getString("state");
    }

    private static JsonObjectBuilder json(String text) {
        return Json.createObjectBuilder(SetupPath.json(text));
    }
}
