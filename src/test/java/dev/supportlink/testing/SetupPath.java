package dev.supportlink.testing;

import dev.supportlink.testing.AdminClient.Reply;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;

/** Takes one connection through the basic plan over the admin API, as an operator who names each step's role. */
public final class SetupPath {

    private final AdminClient admin;
    private final OutsideWorld.Prepared prepared;
    private final String id;

    private SetupPath(AdminClient admin, OutsideWorld.Prepared prepared, String id) {
        this.admin = admin;
        this.prepared = prepared;
        this.id = id;
    }

    /** A new test connection between the simulated tenant and the simulated instance. */
    public static SetupPath begin(AdminClient admin, String name) {
        OutsideWorld.Prepared prepared = OutsideWorld.prepare(name.replace(' ', '-'));
        Reply created = admin.post(
                        "/admin/v1/connections",
                        json("{'name':'" + name + "','tenantDomain':'contoso.onmicrosoft.com','instanceUrl':'"
                                + OutsideWorld.world().instance().baseUri() + "','environment':'test'}"))
                .expect(201);
        return new SetupPath(admin, prepared, created.json().getString("id"));
    }

    public String id() {
        return id;
    }

    public String path() {
        return "/admin/v1/connections/" + id;
    }

    public OutsideWorld.Prepared prepared() {
        return prepared;
    }

    /** From here on callers go to the instance itself. */
    public SetupPath direct() {
        Reply present = admin.get(path()).expect(200);
        admin.patch(path(), json("{'inboundMode':'direct'}"), present.etag().orElseThrow())
                .expect(200);
        return this;
    }

    /** Consent, environment and tenant domain. */
    public SetupPath chooseTargets() {
        done("consent", "{'agreed':true}");
        done("environment", "{'test':true,'basicAuthenticationAllowed':'yes'}");
        return done("tenant-domain", "{'tenantDomain':'contoso.onmicrosoft.com'}");
    }

    public SetupPath registerApplication() {
        return done(
                "entra-application", "{'clientId':'" + prepared.application().appId() + "'}");
    }

    public Reply enterSecret(String secret) {
        return answer("outbound-provider", Json.createObjectBuilder().add("clientSecret", secret));
    }

    public SetupPath registerClient() {
        answer(
                        "inbound-client",
                        Json.createObjectBuilder()
                                .add("clientId", prepared.client().clientId())
                                .add("clientSecret", prepared.client().clientSecret()))
                .expect(200);
        return this;
    }

    public Reply enterUser(String password) {
        return answer(
                "integration-user",
                Json.createObjectBuilder()
                        .add("userName", prepared.user().userName())
                        .add("password", password)
                        .add("userIsNew", true));
    }

    /** Everything that the ServiceNow and Entra admins do, with right values. */
    public SetupPath untilTheTenantAdmin() {
        chooseTargets().registerApplication();
        enterSecret(prepared.applicationSecret()).expect(200);
        registerClient();
        enterUser(prepared.user().password()).expect(200);
        done("instance-access", "{}");
        return done("enable-users", "{'nobodyYet':true}");
    }

    /** The whole plan; {@code setupState} is complete afterwards. */
    public SetupPath complete() {
        untilTheTenantAdmin();
        done("complete-integration", "{'handedOnTo':'the integration test'}");
        return done("test-connection", "{}");
    }

    /** Makes one of the sheet's two secrets. */
    public String make(String name) {
        return admin.post(path() + "/completion-sheet/values/" + name, null)
                .expect(201)
                .json()
                .getString("value");
    }

    public JsonObject sheet() {
        return admin.get(path() + "/completion-sheet").expect(200).json();
    }

    public JsonObject step(String step) {
        return admin.get(path() + "/setup/steps/" + step).expect(200).json();
    }

    public Reply answer(String step, JsonObjectBuilder answers) {
        return put(step, answers.build());
    }

    /** Answers and expects the step to be done. */
    public SetupPath done(String step, String answers) {
        Reply reply = put(step, json(answers)).expect(200);
        if (!reply.json().getString("state").equals("done")) {
            throw new AssertionError(step + ": " + reply.text());
        }
        return this;
    }

    private Reply put(String step, JsonObject answers) {
        JsonObject present = step(step);
        JsonObject body = Json.createObjectBuilder()
                .add("answers", answers)
                .add("actingAs", present.getString("adminRole"))
                .build();
        return admin.put(path() + "/setup/steps/" + step, body, present.getString("etag"));
    }

    /** JSON written with single quotes. */
    public static JsonObject json(String text) {
        return Json.createReader(new StringReader(text.replace('\'', '"'))).readObject();
    }
}
