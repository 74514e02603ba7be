package dev.supportlink.sandbox.run;

import dev.supportlink.sandbox.Calls;
import dev.supportlink.sandbox.http.Answer;
import dev.supportlink.sandbox.http.BasicCredentials;
import dev.supportlink.sandbox.http.Faults;
import dev.supportlink.sandbox.http.JsonTexts;
import dev.supportlink.sandbox.http.Request;
import dev.supportlink.sandbox.http.RequestLog;
import dev.supportlink.sandbox.http.Routes;
import dev.supportlink.sandbox.http.SimulatedServer;
import dev.supportlink.sandbox.state.Simulation;
import dev.supportlink.sandbox.world.SandboxWorld;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stands in for SupportLink: keeps users, one plan and its incidents in memory, and speaks the driver's interfaces. */
final class StandIn implements AutoCloseable {

    static final String ADMIN_PASSWORD = "the-first-password";

    private static final String CONNECTION = "/admin/v1/connections/c1";
    private static final Map<String, String> OWNERS = owners();

    private final SandboxWorld world;
    private final SimulatedServer server;
    private final Map<String, String> passwords = new LinkedHashMap<>(Map.of("admin", ADMIN_PASSWORD));
    private final Map<String, String> states = new LinkedHashMap<>();
    private final List<String> answeredBy = new ArrayList<>();
    private final Map<String, String> incidents = new LinkedHashMap<>();
    private boolean created;
    private String verdict = "passed";

    StandIn(SandboxWorld world, Clock clock) {
        this.world = world;
        this.server = SimulatedServer.start("stand-in", 0, clock, this::answer);
        OWNERS.keySet().forEach(step -> states.put(step, "ready"));
    }

    URI baseUri() {
        return server.baseUri();
    }

    Faults faults() {
        return server.faults();
    }

    RequestLog requests() {
        return server.requests();
    }

    /** Each answered step with the user who answered it. */
    List<String> answeredBy() {
        return answeredBy;
    }

    /** Lets verifications end with this status. */
    void verdict(String status) {
        verdict = status;
    }

    @Override
    public void close() {
        server.close();
    }

    private synchronized Answer answer(Request request) {
        if (request.path().startsWith("/admin/") && !isSignedIn(request)) {
            return problem(401, "Sign in");
        }
        return new Routes()
                .on(
                        "GET",
                        "/health/ready",
                        any -> Answer.json(200, JsonTexts.object().build()))
                .on("POST", "/admin/v1/users", this::addUser)
                .on("GET", "/admin/v1/connections", any -> Answer.json(200, list(connections())))
                .on("POST", "/admin/v1/connections", this::create)
                .on("GET", CONNECTION, any -> Answer.json(200, connection()))
                .on("GET", CONNECTION + "/setup", any -> Answer.json(200, plan()))
                .on("GET", CONNECTION + "/setup/steps/{step}", this::step)
                .on("PUT", CONNECTION + "/setup/steps/{step}", this::answerStep)
                .on("GET", CONNECTION + "/completion-sheet", any -> Answer.json(200, sheet()))
                .on("POST", CONNECTION + "/completion-sheet/values/{name}", this::makeValue)
                .on("GET", CONNECTION + "/incidents", any -> Answer.json(200, list(incidentViews())))
                .on("GET", CONNECTION + "/verifications", any -> Answer.json(200, list(verifications())))
                .on("POST", "/admin/v1/jobs/verify-connections/executions", any -> Answer.json(200, execution()))
                .on("GET", "/admin/v1/jobs/verify-connections/executions/e1", any -> Answer.json(200, execution()))
                .on("POST", "/oauth_token.do", any -> Answer.json(200, token()))
                .on("POST", "/api/now/table/incident", this::createIncident)
                .on("PATCH", "/api/now/table/incident/{id}", this::changeIncident)
                .handle(request);
    }

    private boolean isSignedIn(Request request) {
        return request.basic()
                .filter(pair -> pair.password().equals(passwords.get(pair.name())))
                .isPresent();
    }

    private Answer addUser(Request request) {
        JsonObject user = request.json().orElseThrow();
        boolean fresh = passwords.putIfAbsent(user.getString("name"), user.getString("password")) == null;
        return fresh ? Answer.json(201, JsonTexts.object().build()) : problem(409, "The name is taken");
    }

    private Answer create(Request request) {
        created = true;
        return Answer.json(201, connection());
    }

    private JsonArrayBuilder connections() {
        JsonArrayBuilder all = JsonTexts.array();
        if (created) {
            all.add(connection());
        }
        return all;
    }

    private JsonObject connection() {
        return JsonTexts.object()
                .add("id", "c1")
                .add("name", "contoso-sandbox")
                .add("instanceUrl", world.instance().baseUri().toString())
                .add("setupState", setupState())
                .add("health", "healthy")
                .build();
    }

    private String setupState() {
        return states.values().stream().allMatch("done"::equals) ? "complete" : "in-progress";
    }

    private JsonObject plan() {
        JsonArrayBuilder steps = JsonTexts.array();
        states.keySet().forEach(id -> steps.add(stepView(id)));
        return JsonTexts.object()
                .add("setupState", setupState())
                .add("steps", steps)
                .build();
    }

    private Answer step(Request request) {
        return Answer.json(200, stepView(request.variable("step")));
    }

    private JsonObject stepView(String id) {
        return JsonTexts.object()
                .add("id", id)
                .add("adminRole", OWNERS.get(id))
                .add("state", states.get(id))
                .add("etag", "\"1\"")
                .add("problems", JsonTexts.array())
                .build();
    }

    private Answer answerStep(Request request) {
        String step = request.variable("step");
        if (!request.header("If-Match").orElse("").equals("\"1\"")) {
            return problem(428, "If-Match is missing");
        }
        answeredBy.add(
                step + " by " + request.basic().map(BasicCredentials::name).orElse(""));
        states.put(step, "done");
        return step(request);
    }

    private JsonObject sheet() {
        return JsonTexts.object()
                .add("fields", JsonTexts.array())
                .add("repositoryId", "c1")
                .add("endpoint", server.baseUri().toString())
                .add("clientId", "inbound-client")
                .add("refreshTokenExpiry", 864000)
                .add("restUsername", "rest-user")
                .build();
    }

    private Answer makeValue(Request request) {
        String name = request.variable("name");
        return Answer.json(
                201,
                JsonTexts.object()
                        .add("name", name)
                        .add("value", "secret-" + name)
                        .build());
    }

    private JsonObject token() {
        return JsonTexts.object()
                .add("access_token", "inbound-token")
                .add("refresh_token", "r")
                .build();
    }

    private Answer createIncident(Request request) {
        String id = Simulation.hex(16);
        JsonObjectBuilder copy = JsonTexts.object();
        request.json().orElseThrow().forEach(copy::add);
        JsonObject there = instance()
                .json(
                        "POST",
                        "/api/now/table/incident",
                        copy.add("correlation_id", id).build().toString())
                .result();
        incidents.put(id, there.getString("sys_id"));
        return result(201, id);
    }

    private Answer changeIncident(Request request) {
        String id = request.variable("id");
        instance().json("PATCH", "/api/now/table/incident/" + incidents.get(id), request.body());
        return result(200, id);
    }

    private static Answer result(int status, String id) {
        JsonObjectBuilder result = JsonTexts.object().add("sys_id", id).add("number", "INC7");
        return Answer.json(status, JsonTexts.object().add("result", result).build());
    }

    private Calls instance() {
        return Calls.to(world.instance().baseUri())
                .basic("admin", world.instance().admin().user("admin").password());
    }

    private JsonArrayBuilder incidentViews() {
        JsonArrayBuilder all = JsonTexts.array();
        incidents
                .keySet()
                .forEach(id -> all.add(JsonTexts.object().add("sysId", id).add("deliveryState", "delivered")));
        return all;
    }

    private JsonArrayBuilder verifications() {
        JsonObjectBuilder check = JsonTexts.object()
                .add("side", "entra")
                .add("title", "The tenant resolves")
                .add("outcome", verdict)
                .add("reason", "tenant-not-found")
                .addNull("message")
                .add(
                        "remedy",
                        JsonTexts.object().add("adminRole", "entra-admin").add("text", "Correct the domain."));
        return JsonTexts.array()
                .add(JsonTexts.object()
                        .add("id", "v1")
                        .add("status", verdict)
                        .add("startedAt", "2026-03-01T10:00:00Z")
                        .add("checks", JsonTexts.array().add(check)));
    }

    private static JsonObject execution() {
        return JsonTexts.object()
                .add("id", "e1")
                .add("status", "completed")
                .add("counts", JsonTexts.object().add("connections", 1))
                .build();
    }

    private static JsonObject list(JsonArrayBuilder items) {
        return JsonTexts.object().add("items", items).addNull("nextCursor").build();
    }

    private static Answer problem(int status, String title) {
        return Answer.json(status, JsonTexts.object().add("title", title).build());
    }

    private static Map<String, String> owners() {
        Map<String, String> owners = new LinkedHashMap<>();
        owners.put("consent", "servicenow-admin");
        owners.put("environment", "servicenow-admin");
        owners.put("tenant-domain", "servicenow-admin");
        owners.put("entra-application", "entra-admin");
        owners.put("outbound-provider", "servicenow-admin");
        owners.put("inbound-client", "servicenow-admin");
        owners.put("integration-user", "servicenow-admin");
        owners.put("network-access", "servicenow-admin");
        owners.put("instance-access", "servicenow-admin");
        owners.put("complete-integration", "m365-admin");
        owners.put("test-connection", "servicenow-admin");
        owners.put("enable-users", "servicenow-admin");
        owners.put("link-account", "administrator");
        return owners;
    }
}
