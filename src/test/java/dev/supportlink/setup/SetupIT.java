package dev.supportlink.setup;

import static dev.supportlink.testing.SetupPath.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.sandbox.caller.CallerIncident;
import dev.supportlink.sandbox.caller.MicrosoftSideCaller;
import dev.supportlink.sandbox.caller.SheetValues;
import dev.supportlink.sandbox.instance.InstanceSimulator;
import dev.supportlink.testing.AdminClient;
import dev.supportlink.testing.AdminClient.Reply;
import dev.supportlink.testing.OutsideWorld;
import dev.supportlink.testing.SetupPath;
import dev.supportlink.testing.SharedDeployment;
import dev.supportlink.testing.Waiting;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The basic plan over HTTP, against the simulators. */
class SetupIT extends SharedDeployment {

    private static final Duration SOON = Duration.ofSeconds(60);

    private AdminClient admin;

    @BeforeEach
    void signIn() {
        admin = firstUser();
    }

    @Test
    void theBasicPlanEndsWithACompleteConnection() {
        SetupPath path = SetupPath.begin(admin, "complete " + UUID.randomUUID());

        path.untilTheTenantAdmin();
        JsonObject waiting = path.step("test-connection");
        assertThat(waiting.getString("state")).isEqualTo("waiting");
        assertThat(waiting.getJsonObject("waitingFor").getString("adminRole")).isEqualTo("m365-admin");
        assertThat(connection(path).getString("setupState")).isEqualTo("waiting");

        path.done("complete-integration", "{'handedOnTo':'a script'}").done("test-connection", "{}");

        assertThat(connection(path).getString("setupState")).isEqualTo("complete");
        assertThat(connection(path).getString("health")).isEqualTo("healthy");
    }

    @Test
    void threeAdminsFinishItWithoutAnOperator() {
        String suffix = UUID.randomUUID().toString();
        SetupPath path = SetupPath.begin(admin, "three " + suffix);
        AdminClient serviceNow = user("sn-" + suffix, "servicenow-admin");
        AdminClient tenantAdmin = user("m365-" + suffix, "m365-admin");
        String consent = path.path() + "/setup/steps/consent";

        serviceNow.put(consent, json("{'answers':{'agreed':true}}"), "\"0\"").expect(200);
        tenantAdmin.put(consent, json("{'answers':{'agreed':false}}"), "\"1\"").expect(403);
        serviceNow
                .put(path.path() + "/setup/steps/complete-integration", json("{'answers':{}}"), "\"0\"")
                .expect(403);
        serviceNow
                .post(path.path() + "/completion-sheet/values/clientSecret", null)
                .expect(403);
        tenantAdmin
                .post(path.path() + "/completion-sheet/values/clientSecret", null)
                .expect(409);
    }

    @Test
    void withoutAnInstanceThePlanCompletesToo() {
        String id = admin.post(
                        "/admin/v1/connections",
                        json("{'name':'evaluation " + UUID.randomUUID()
                                + "','tenantDomain':'contoso.onmicrosoft.com'}"))
                .expect(201)
                .json()
                .getString("id");
        OutsideWorld.Prepared prepared = OutsideWorld.prepare("evaluation-" + id);
        String steps = "/admin/v1/connections/" + id + "/setup/steps/";

        answer(steps + "consent", "{'agreed':true}");
        answer(steps + "environment", "{'test':true,'basicAuthenticationAllowed':'yes'}");
        answer(steps + "tenant-domain", "{'tenantDomain':'contoso.onmicrosoft.com'}");
        answer(
                steps + "entra-application",
                "{'clientId':'" + prepared.application().appId() + "','clientSecret':'" + prepared.applicationSecret()
                        + "','clientSecretExpiresOn':'2099-01-01'}");
        answer(steps + "enable-users", "{'nobodyYet':true}");
        answer(steps + "complete-integration", "{'enteredInAdminCenter':true}");
        answer(steps + "test-connection", "{}");

        JsonObject plan =
                admin.get("/admin/v1/connections/" + id + "/setup").expect(200).json();
        assertThat(plan.getString("setupState")).isEqualTo("complete");
        assertThat(admin.get("/admin/v1/connections/" + id).json().getString("environment"))
                .isEqualTo("test");
    }

    @Test
    void aWrongClientSecretIsExplainedAndTheRightOnePasses() {
        SetupPath path = SetupPath.begin(admin, "wrong secret " + UUID.randomUUID());
        path.chooseTargets().registerApplication();

        Reply refused = path.enterSecret("wrong~but-long-enough-to-be-a-secret").expect(422);

        JsonObject problem = refused.json();
        assertThat(problem.getString("reason")).isEqualTo("aadsts-7000215");
        assertThat(problem.getString("detail")).containsIgnoringCase("secret");
        assertThat(problem.getJsonArray("errors").getJsonObject(0).getString("field"))
                .isEqualTo("clientSecret");
        assertThat(problem.getJsonObject("remedy").getString("adminRole")).isEqualTo("entra-admin");
        assertThat(problem.getJsonObject("remedy").getString("text")).isNotBlank();
        assertThat(refused.text()).doesNotContain("wrong~but");
        assertThat(path.step("outbound-provider").getString("state")).isEqualTo("ready");
        assertThat(path.enterSecret(path.prepared().applicationSecret())
                        .expect(200)
                        .json()
                        .getString("state"))
                .isEqualTo("done");
    }

    @Test
    void aSecretsIdIsToldFromItsValue() {
        SetupPath path = SetupPath.begin(admin, "secret id " + UUID.randomUUID());
        path.chooseTargets().registerApplication();

        Reply refused = path.enterSecret(UUID.randomUUID().toString()).expect(400);

        assertThat(refused.text()).contains("secret's ID");
    }

    @Test
    void aWrongInstancePasswordIsTriedExactlyOnce() {
        SetupPath path = SetupPath.begin(admin, "wrong password " + UUID.randomUUID());
        path.chooseTargets().registerClient();

        Reply refused = path.enterUser("not-the-password").expect(422);

        assertThat(refused.json().getJsonArray("errors").getJsonObject(0).getString("field"))
                .isEqualTo("password");
        assertThat(path.prepared().user().failedAttempts()).isEqualTo(1);
        assertThat(path.step("integration-user").getString("state")).isEqualTo("ready");
        path.enterUser(path.prepared().user().password()).expect(200);
    }

    @Test
    void aRefusedStoredCredentialIsTriedOnceOnly() {
        SetupPath path = SetupPath.begin(admin, "changed password " + UUID.randomUUID());
        path.complete();
        OutsideWorld.world().instance().admin().revokeAllTokens();
        path.prepared().user().newPassword();

        JsonObject first = verify(path);
        JsonObject second = verify(path);

        assertThat(first.getString("status")).isEqualTo("failed");
        assertThat(second.getString("status")).isEqualTo("failed");
        assertThat(path.prepared().user().failedAttempts()).isEqualTo(1);
        assertThat(connection(path).getString("health")).isEqualTo("refused");
    }

    @Test
    void aChangedInstanceNeverReceivesTheStoredCredential() {
        SetupPath path = SetupPath.begin(admin, "moved " + UUID.randomUUID());
        path.complete();

        try (InstanceSimulator other = InstanceSimulator.start(Clock.systemUTC())) {
            Reply before = admin.get(path.path());
            admin.patch(
                            path.path(),
                            json("{'instanceUrl':'" + other.baseUri() + "'}"),
                            before.etag().orElseThrow())
                    .expect(200);
            verify(path);

            assertThat(path.step("inbound-client").getString("state")).isEqualTo("ready");
            assertThat(path.step("integration-user").getString("state")).isEqualTo("blocked");
            assertThat(other.requests().everReceived(path.prepared().user().password()))
                    .isFalse();
            assertThat(other.requests().everReceived(path.prepared().client().clientSecret()))
                    .isFalse();
            assertThat(other.requests().count("POST", "/oauth_token.do")).isZero();
        }
    }

    @Test
    void aNewPasswordLetsWaitingIncidentsGo() {
        SetupPath path = SetupPath.begin(admin, "waiting " + UUID.randomUUID()).complete();
        OutsideWorld.world().instance().admin().revokeAllTokens();
        path.prepared().user().newPassword();
        MicrosoftSideCaller caller = new MicrosoftSideCaller(SheetValues.of(Json.createObjectBuilder(path.sheet())
                .add("clientSecret", path.make("clientSecret"))
                .add("restPassword", path.make("restPassword"))
                .build()));
        caller.signIn();
        CallerIncident incident = caller.create(Map.of("short_description", "waits for a password"));
        Waiting.until(SOON, "a refused delivery", () -> path.prepared().user().failedAttempts() == 1);
        assertThat(atInstance(incident)).isEmpty();

        path.enterUser(path.prepared().user().password()).expect(200);

        Waiting.until(
                SOON,
                "the incident at the instance",
                () -> !atInstance(incident).isEmpty());
        assertThat(atInstance(incident)).hasSize(1);
    }

    @Test
    void anAnswerNeedsTheEtagOfTheLastRead() {
        SetupPath path = SetupPath.begin(admin, "etag " + UUID.randomUUID());
        String consent = path.path() + "/setup/steps/consent";
        JsonObject body = json("{'answers':{'agreed':true},'actingAs':'servicenow-admin'}");

        admin.put(consent, body, null).expect(428);
        admin.put(consent, body, "\"7\"").expect(412);
        admin.put(consent, body, "\"0\"").expect(200);
        admin.put(consent, body, null).expect(200);
        assertThat(admin.get(consent).etag()).contains("\"1\"");
    }

    @Test
    void aRepeatedSecretIsRecognised() {
        SetupPath path = SetupPath.begin(admin, "repeat " + UUID.randomUUID());
        path.chooseTargets().registerApplication();
        path.enterSecret(path.prepared().applicationSecret()).expect(200);
        int tokens = OutsideWorld.world().entra().requests().count("POST", "/");
        JsonObject again = json("{'answers':{'clientSecret':'" + path.prepared().applicationSecret()
                + "'},'actingAs':'servicenow-admin'}");

        admin.put(path.path() + "/setup/steps/outbound-provider", again, null).expect(200);

        assertThat(OutsideWorld.world().entra().requests().count("POST", "/")).isEqualTo(tokens);
    }

    private static List<Map<String, String>> atInstance(CallerIncident incident) {
        return OutsideWorld.world().instancePortal().incidentsWithCorrelationId(incident.sysId());
    }

    private JsonObject verify(SetupPath path) {
        return admin.post(path.path() + "/verifications?wait=PT60S", null)
                .expect(200)
                .json();
    }

    private JsonObject connection(SetupPath path) {
        return admin.get(path.path()).expect(200).json();
    }

    private void answer(String step, String answers) {
        JsonObject present = admin.get(step).expect(200).json();
        JsonObject body = json("{'answers':" + answers + ",'actingAs':'" + present.getString("adminRole") + "'}");
        assertThat(admin.put(step, body, present.getString("etag"))
                        .expect(200)
                        .json()
                        .getString("state"))
                .as(step)
                .isEqualTo("done");
    }

    private AdminClient user(String name, String role) {
        admin.post(
                        "/admin/v1/users",
                        json("{'name':'" + name + "','password':'a long enough password','roles':[{'role':'" + role
                                + "'}]}"))
                .expect(201);
        return admin.as(name, "a long enough password");
    }
}
