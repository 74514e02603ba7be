package dev.supportlink.setup;

import static dev.supportlink.testing.SetupPath.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.sandbox.caller.CallRefused;
import dev.supportlink.sandbox.caller.CallerIncident;
import dev.supportlink.sandbox.caller.MicrosoftSideCaller;
import dev.supportlink.testing.AdminClient;
import dev.supportlink.testing.AdminClient.Reply;
import dev.supportlink.testing.EntraPath;
import dev.supportlink.testing.OutsideWorld;
import dev.supportlink.testing.SharedDeployment;
import dev.supportlink.testing.Waiting;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The entra plan over HTTP, against the simulators. */
class EntraSetupIT extends SharedDeployment {

    private static final Duration SOON = Duration.ofSeconds(60);

    private AdminClient admin;

    @BeforeEach
    void signIn() {
        admin = firstUser();
    }

    @Test
    void thePlanEndsHealthyAndAnIncidentReachesTheInstanceWithEntraTokensOnly() {
        EntraPath path = EntraPath.withInstance(admin, "entra " + UUID.randomUUID())
                .chooseTargets()
                .registerApplications()
                .configureInstance();
        assertThat(path.step("test-connection").getString("state")).isEqualTo("waiting");
        path.finish();

        assertThat(path.connection().getString("setupType")).isEqualTo("entra");
        assertThat(path.connection().getString("setupState")).isEqualTo("complete");
        assertThat(path.connection().getString("health")).isEqualTo("healthy");
        JsonObject sheet = path.sheet();
        assertThat(sheet.getString("authenticationType")).isEqualTo("AAD Auth");
        assertThat(sheet.getString("clientId")).isEqualTo(path.api().clientId());
        assertThat(sheet.getString("restUsername")).isEqualTo(path.user().clientId());
        assertThat(sheet.isNull("refreshTokenExpiry")).isTrue();

        int passwordGrants = OutsideWorld.world().instance().requests().count("POST", "/oauth_token.do");
        MicrosoftSideCaller caller = path.caller();
        caller.signIn();
        CallerIncident incident = caller.create(Map.of("short_description", "Outlook does not start"));
        assertThat(caller.read(incident).getString("sys_created_by"))
                .isEqualTo(path.user().clientId());

        Waiting.until(
                SOON,
                "the incident at the instance",
                () -> !atInstance(incident).isEmpty());
        assertThat(atInstance(incident))
                .singleElement()
                .extracting(row -> row.get("sys_created_by"))
                .isEqualTo(path.user().clientId());
        assertThat(OutsideWorld.world().instance().requests().count("POST", "/oauth_token.do"))
                .isEqualTo(passwordGrants);
        assertThat(log()).doesNotContain(path.api().secret(), path.user().secret());
    }

    @Test
    void withoutAnInstanceThePlanCompletesAndCallersAreLetIn() {
        EntraPath path = EntraPath.withoutInstance(admin, "entra evaluation " + UUID.randomUUID())
                .chooseTargets()
                .registerApplications();
        assertThat(path.step("oidc-provider").getString("state")).isEqualTo("done");
        assertThat(path.step("integration-user").getString("state")).isEqualTo("done");
        assertThat(path.step("instance-access").getString("state")).isEqualTo("skipped");
        path.finish();

        assertThat(path.connection().getString("setupState")).isEqualTo("complete");
        assertThat(path.connection().getString("health")).isEqualTo("healthy");
        MicrosoftSideCaller caller = path.caller();
        caller.signIn();
        CallerIncident incident = caller.create(Map.of("short_description", "held"));
        assertThat(caller.read(incident).getString("number")).isEqualTo(incident.number());
        JsonObject copy = admin.get(path.path() + "/incidents")
                .expect(200)
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(copy.getString("deliveryState")).isEqualTo("held");
    }

    @Test
    void inDirectModeCallersGoToTheInstanceAndNowhereElse() {
        EntraPath path = EntraPath.withInstance(admin, "entra direct " + UUID.randomUUID())
                .chooseTargets("direct")
                .registerApplications()
                .configureInstance()
                .finish();

        assertThat(path.connection().getString("setupState")).isEqualTo("complete");
        assertThat(path.connection().getString("health")).isEqualTo("healthy");
        URI instance = OutsideWorld.world().instance().baseUri();
        assertThat(path.sheet().getString("endpoint")).isEqualTo(instance.toString());
        assertThat(check(path.verify(), "inbound-path").getString("message")).contains("at the instance");

        MicrosoftSideCaller caller = path.caller();
        caller.signIn();
        CallerIncident incident = caller.create(Map.of("short_description", "straight to the instance"));
        assertThat(caller.read(incident).getString("sys_created_by"))
                .isEqualTo(path.user().clientId());
        MicrosoftSideCaller astray = path.callerAt(SERVER.base());
        astray.signIn();
        assertThat(status(astray)).isEqualTo(401);
    }

    @Test
    void verificationProvesBothApplicationsAndTheInboundPath() {
        EntraPath path = complete("verified");

        JsonObject report = path.verify();

        assertThat(report.getString("status")).isEqualTo("passed");
        for (String check : List.of("rest-api-token", "rest-user-token", "instance-sign-in", "inbound-path")) {
            assertThat(check(report, check).getString("outcome")).as(check).isEqualTo("passed");
        }
        assertThat(check(report, "inbound-path").getString("message")).contains("token of the REST user application");
        assertThat(check(report, "secrets-expiry").getString("message"))
                .contains("REST API client secret", "REST user client secret");
    }

    @Test
    void ourOwnProbeIsNoCaller() {
        EntraPath path = complete("probed");

        path.verify();

        String refused = "/admin/v1/audit-events?action=caller-refused&connection=" + path.id();
        assertThat(admin.get(refused).expect(200).json().getJsonArray("items")).isEmpty();
        MicrosoftSideCaller caller = path.caller();
        caller.signIn();
        assertThat(caller.create(Map.of()).number())
                .as("a caller's token still writes")
                .startsWith("INC");
    }

    @Test
    void sameApplicationsAreRefusedForAnotherConnection() {
        EntraPath first = complete("first of two");
        EntraPath second = EntraPath.withoutInstance(admin, "second of two " + UUID.randomUUID())
                .chooseTargets();
        second.enter("rest-api-application", first.api()).expect(200);

        Reply taken = second.enter("rest-user-application", first.user()).expect(409);

        assertThat(taken.json().getJsonArray("errors").getJsonObject(0).getString("field"))
                .isEqualTo("clientId");
        assertThat(taken.text()).contains("Another connection of this tenant").doesNotContain(first.id());
        assertThat(second.step("rest-user-application").getString("state")).isEqualTo("ready");
        MicrosoftSideCaller caller = first.caller();
        caller.signIn();
        assertThat(caller.create(Map.of()).number()).startsWith("INC");
    }

    @Test
    void refusedAnswersStoreNothing() {
        EntraPath path =
                EntraPath.withInstance(admin, "refused " + UUID.randomUUID()).chooseTargets();

        Reply wrong = path.enter("rest-api-application", path.api().clientId(), "wrong~secret")
                .expect(422);

        assertThat(wrong.json().getString("reason")).isEqualTo("aadsts-7000215");
        assertThat(wrong.json().getJsonArray("errors").getJsonObject(0).getString("field"))
                .isEqualTo("clientSecret");
        assertThat(wrong.json().getJsonObject("remedy").getString("text")).contains("step rest-api-application");
        assertThat(wrong.text()).doesNotContain("wrong~secret");
        assertThat(path.step("rest-api-application").getString("state")).isEqualTo("ready");
        assertThat(path.step("rest-api-application").getString("etag")).isEqualTo("\"0\"");
        path.enter(
                        "rest-api-application",
                        UUID.randomUUID().toString(),
                        UUID.randomUUID().toString())
                .expect(400);
        assertThat(path.step("rest-api-application").getJsonObject("values")).doesNotContainKey("clientId");
        path.enter("rest-api-application", path.api()).expect(200);
    }

    @Test
    void anotherRestUserReopensWhatItProvedAndShutsTheOldOneOut() {
        EntraPath path = complete("changed");
        MicrosoftSideCaller caller = path.caller();
        caller.signIn();
        caller.create(Map.of());

        path.enter("rest-user-application", EntraPath.register("another REST user"))
                .expect(200);

        assertThat(path.step("integration-user").getString("state")).isEqualTo("ready");
        assertThat(path.step("instance-access").getString("state")).isEqualTo("blocked");
        assertThat(path.step("complete-integration").getString("state")).isEqualTo("blocked");
        assertThat(path.step("rest-api-application").getString("state")).isEqualTo("done");
        assertThat(path.step("oidc-provider").getString("state")).isEqualTo("done");
        assertThat(path.connection().getString("setupState")).isEqualTo("in-progress");
        Waiting.until(Duration.ofSeconds(10), "the old application is refused", () -> status(caller) == 401);
    }

    @Test
    void refusedUserIsTriedOnceUntilAPersonAnswersAgain() {
        EntraPath path = complete("locked");
        path.account().active(false);

        JsonObject report = path.verify();
        assertThat(check(report, "instance-sign-in").getString("reason")).isEqualTo("instance-token-refused");
        JsonObject remedy = check(report, "instance-sign-in").getJsonObject("remedy");
        assertThat(remedy.getString("adminRole")).isEqualTo("servicenow-admin");
        assertThat(remedy.getString("text")).contains("Application Registry", "User ID");
        assertThat(path.connection().getString("health")).isEqualTo("refused");

        path.account().active(true);
        assertThat(check(path.verify(), "instance-sign-in").getString("outcome"))
                .as("nobody has answered again")
                .isEqualTo("failed");

        path.done("integration-user", "{'userIsNew':true}");
        assertThat(check(path.verify(), "instance-sign-in").getString("outcome"))
                .isEqualTo("passed");
    }

    @Test
    void stepsOfTheBasicPlanAreNotThere() {
        EntraPath path =
                EntraPath.withInstance(admin, "other plan " + UUID.randomUUID()).chooseTargets();

        admin.get(path.path() + "/setup/steps/inbound-client").expect(404);
        assertThat(admin.get(path.path() + "/setup")
                        .expect(200)
                        .json()
                        .getJsonArray("steps")
                        .getValuesAs(JsonObject.class))
                .extracting(step -> step.getString("id"))
                .containsSubsequence(
                        "entra-application",
                        "outbound-provider",
                        "rest-api-application",
                        "oidc-provider",
                        "rest-user-application",
                        "integration-user",
                        "instance-access");
    }

    @Test
    void anotherSetupTypeShutsCallersOut() {
        EntraPath path = complete("becomes insights only");
        MicrosoftSideCaller caller = path.caller();
        caller.signIn();

        path.put("environment", json("{'test':true,'basicAuthenticationAllowed':'insights-only'}"))
                .expect(200);

        Waiting.until(Duration.ofSeconds(10), "callers are refused", () -> status(caller) == 401);
    }

    private EntraPath complete(String name) {
        return EntraPath.withInstance(admin, name + " " + UUID.randomUUID())
                .chooseTargets()
                .registerApplications()
                .configureInstance()
                .finish();
    }

    private static int status(MicrosoftSideCaller caller) {
        try {
            caller.create(Map.of());
            return 201;
        } catch (CallRefused refused) {
            return refused.status();
        }
    }

    private static JsonObject check(JsonObject report, String id) {
        return report.getJsonArray("checks").stream()
                .map(JsonValue::asJsonObject)
                .filter(check -> check.getString("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<Map<String, String>> atInstance(CallerIncident incident) {
        return OutsideWorld.world().instancePortal().incidentsWithCorrelationId(incident.sysId());
    }
}
