package dev.supportlink.testing;

import static dev.supportlink.testing.SetupPath.json;

import dev.supportlink.sandbox.caller.MicrosoftSideCaller;
import dev.supportlink.sandbox.caller.SheetValues;
import dev.supportlink.sandbox.entra.Application;
import dev.supportlink.sandbox.entra.Tenant;
import dev.supportlink.sandbox.instance.InstanceUser;
import dev.supportlink.sandbox.world.SandboxWorld;
import dev.supportlink.testing.AdminClient.Reply;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Duration;

/** Takes one connection through the entra plan over the admin API, doing in the portals what each step's values say. */
public final class EntraPath {

    /** A registration in Entra ID and its secret. */
    public record Registered(Application application, String secret) {

        public String clientId() {
            return application.appId();
        }

        @Override
        public String toString() {
            return "Registered[" + clientId() + "]";
        }
    }

    private final AdminClient admin;
    private final String id;
    private final Registered outbound;
    private final Registered api;
    private final Registered user;
    private JsonObject filled = JsonValue.EMPTY_JSON_OBJECT;

    private EntraPath(AdminClient admin, String id, String name) {
        this.admin = admin;
        this.id = id;
        this.outbound = register(name);
        outbound.application().grant("Organization.Read.All", "ServiceHealth.Read.All");
        this.api = register(name + " REST API");
        this.user = register(name + " REST user");
    }

    /** A new test connection between the simulated tenant and the simulated instance. */
    public static EntraPath withInstance(AdminClient admin, String name) {
        return begin(admin, name, ",'instanceUrl':'" + world().instance().baseUri() + "','environment':'test'");
    }

    /** A new connection for evaluation. */
    public static EntraPath withoutInstance(AdminClient admin, String name) {
        return begin(admin, name, "");
    }

    private static EntraPath begin(AdminClient admin, String name, String more) {
        String body = "{'name':'" + name + "','tenantDomain':'" + SandboxWorld.TENANT_DOMAIN + "'" + more + "}";
        Reply created = admin.post("/admin/v1/connections", json(body)).expect(201);
        return new EntraPath(admin, created.json().getString("id"), name);
    }

    /** Another registration in the tenant, with a secret. */
    public static Registered register(String name) {
        Application application = tenant().register(name);
        return new Registered(
                application,
                application.addSecret("first", Duration.ofDays(365)).value());
    }

    public String id() {
        return id;
    }

    public String path() {
        return "/admin/v1/connections/" + id;
    }

    public Registered api() {
        return api;
    }

    public Registered user() {
        return user;
    }

    /** The integration user at the instance. */
    public InstanceUser account() {
        return world().instance().admin().user(user.clientId());
    }

    /** Consent, environment and tenant domain; the instance does not allow Basic Authentication. */
    public EntraPath chooseTargets() {
        return chooseTargets("gateway");
    }

    /** The same with an inbound mode. */
    public EntraPath chooseTargets(String inboundMode) {
        done("consent", "{'agreed':true}");
        done("environment", "{'test':true,'basicAuthenticationAllowed':'no','inboundMode':'" + inboundMode + "'}");
        return done("tenant-domain", "{'tenantDomain':'" + SandboxWorld.TENANT_DOMAIN + "'}");
    }

    /** All that the Entra admin does: three applications. */
    public EntraPath registerApplications() {
        enter("entra-application", outbound).expect(200);
        enter("rest-api-application", api).expect(200);
        enter("rest-user-application", user).expect(200);
        return this;
    }

    /** Creates at the instance what the steps show, and answers them. */
    public EntraPath configureInstance() {
        JsonObject provider = step("oidc-provider").getJsonObject("values");
        world().instancePortal()
                .configureOidcProvider(
                        provider.getString("name"),
                        provider.getString("clientId"),
                        provider.getString("metadataUrl"),
                        provider.getString("userClaim"));
        done("oidc-provider", "{'configured':true}");
        world().instancePortal()
                .createIntegrationUser(
                        step("integration-user").getJsonObject("values").getString("userId"));
        done("integration-user", "{'userIsNew':true}");
        return done("instance-access", "{}");
    }

    /** Confirms the sheet, tests the connection, and enables nobody yet. */
    public EntraPath finish() {
        done("complete-integration", "{'handedOnTo':'the integration test'}");
        done("enable-users", "{'nobodyYet':true}");
        return done("test-connection", "{}");
    }

    /** A caller with nothing but the sheet and the tenant it belongs to. The sheet's secrets are shown once. */
    public MicrosoftSideCaller caller() {
        filled = Json.createObjectBuilder(sheet())
                .add("clientSecret", make("clientSecret"))
                .add("restPassword", make("restPassword"))
                .build();
        return new MicrosoftSideCaller(SheetValues.of(filled), tokenUrl());
    }

    /** The same caller, who goes to another place than the sheet says. */
    public MicrosoftSideCaller callerAt(URI endpoint) {
        JsonObject elsewhere = Json.createObjectBuilder(filled)
                .add("endpoint", endpoint.toString())
                .build();
        return new MicrosoftSideCaller(SheetValues.of(elsewhere), tokenUrl());
    }

    private static URI tokenUrl() {
        return URI.create(world().entra().baseUri() + "/" + tenant().id() + "/oauth2/token");
    }

    public JsonObject sheet() {
        return admin.get(path() + "/completion-sheet").expect(200).json();
    }

    /** Shows one of the sheet's two secrets. */
    public String make(String name) {
        return admin.post(path() + "/completion-sheet/values/" + name, null)
                .expect(201)
                .json()
                .getString("value");
    }

    public JsonObject connection() {
        return admin.get(path()).expect(200).json();
    }

    /** The finished report of a verification. */
    public JsonObject verify() {
        return admin.post(path() + "/verifications?wait=PT60S", null)
                .expect(200)
                .json();
    }

    public JsonObject step(String step) {
        return admin.get(path() + "/setup/steps/" + step).expect(200).json();
    }

    public Reply enter(String step, Registered registered) {
        return enter(step, registered.clientId(), registered.secret());
    }

    public Reply enter(String step, String clientId, String secret) {
        return put(
                step,
                Json.createObjectBuilder()
                        .add("clientId", clientId)
                        .add("clientSecret", secret)
                        .add("clientSecretExpiresOn", "2099-01-01")
                        .build());
    }

    /** Answers and expects the step to be done. */
    public EntraPath done(String step, String answers) {
        Reply reply = put(step, json(answers)).expect(200);
        if (!reply.json().getString("state").equals("done")) {
            throw new AssertionError(step + ": " + reply.text());
        }
        return this;
    }

    public Reply put(String step, JsonObject answers) {
        JsonObject present = step(step);
        JsonObject body = Json.createObjectBuilder()
                .add("answers", answers)
                .add("actingAs", present.getString("adminRole"))
                .build();
        return admin.put(path() + "/setup/steps/" + step, body, present.getString("etag"));
    }

    private static SandboxWorld world() {
        return OutsideWorld.world();
    }

    private static Tenant tenant() {
        return world().tenant();
    }
}
