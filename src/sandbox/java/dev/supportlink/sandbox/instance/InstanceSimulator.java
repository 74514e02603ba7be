package dev.supportlink.sandbox.instance;

import dev.supportlink.sandbox.http.Answer;
import dev.supportlink.sandbox.http.Faults;
import dev.supportlink.sandbox.http.Handler;
import dev.supportlink.sandbox.http.Request;
import dev.supportlink.sandbox.http.RequestLog;
import dev.supportlink.sandbox.http.Routes;
import dev.supportlink.sandbox.http.SimulatedServer;
import dev.supportlink.sandbox.state.Simulation;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** A simulated ServiceNow instance. */
public final class InstanceSimulator implements AutoCloseable {

    private static final String SLEEPING = "<!DOCTYPE html><html><head><title>Instance Hibernating page</title></head>"
            + "<body>Your instance is hibernating. Sign in to wake it up.</body></html>";

    private final Simulation simulation;
    private final InstanceBehaviour behaviour = new InstanceBehaviour();
    private final Tables tables;
    private final InstanceAdmin admin;
    private final InstanceGate gate;
    private final RateRule rate;
    private final Routes routes = new Routes();
    private final SimulatedServer server;

    private InstanceSimulator(Simulation simulation, int port) {
        this.simulation = simulation;
        this.tables = new Tables(simulation);
        Schema.create(tables);
        Properties properties = new Properties(tables);
        Accounts accounts = new Accounts(simulation, tables, properties);
        Roles roles = new Roles(tables);
        Choices choices = new Choices(tables);
        Journal journal = new Journal(tables);
        OauthTokens tokens = new OauthTokens(simulation, tables);
        OidcTokens foreign = new OidcTokens(simulation, tables);
        AccessRules access = new AccessRules(roles, behaviour);
        properties.create();
        roles.create();
        choices.create();
        describeTables();
        this.admin = new InstanceAdmin(tables, accounts, roles, properties, choices, journal, tokens, foreign);
        this.gate = new InstanceGate(accounts, tokens, foreign, roles, properties);
        this.rate = new RateRule(simulation, behaviour);
        this.server = SimulatedServer.start("instance", port, simulation.clock(), this::answer);
        addOauth(new OauthEndpoint(tables, accounts, properties, tokens, behaviour));
        addTables(new TableApi(
                server.baseUri(),
                tables,
                access,
                new IncidentWriter(tables, new IncidentRules(simulation, choices, access), journal, properties),
                new RowJson(server.baseUri(), tables, choices, journal, access, behaviour),
                properties));
        admin.addUser("admin", "System", "Administrator").give("admin");
    }

    /** Starts an instance on any free port, with an administrator and nothing else. */
    public static InstanceSimulator start(Clock clock) {
        return start(Simulation.with(clock), 0);
    }

    /** Starts an instance on a port, or on any free one for 0. */
    public static InstanceSimulator start(Simulation simulation, int port) {
        return new InstanceSimulator(simulation, port);
    }

    /** The instance's address, without a slash at the end. */
    public URI baseUri() {
        return server.baseUri();
    }

    /** What an administrator does in its pages. */
    public InstanceAdmin admin() {
        return admin;
    }

    /** How it behaves. */
    public InstanceBehaviour behaviour() {
        return behaviour;
    }

    /** The faults that wait for its requests. */
    public Faults faults() {
        return server.faults();
    }

    /** What reached it. */
    public RequestLog requests() {
        return server.requests();
    }

    /** All state as JSON. */
    public JsonObject save() {
        synchronized (tables) {
            return InstanceState.save(tables);
        }
    }

    /** Takes over saved state. */
    public void restore(JsonObject saved) {
        synchronized (tables) {
            InstanceState.restore(saved, tables);
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private Answer answer(Request request) {
        if (behaviour.hibernating()) {
            return Answer.html(200, SLEEPING);
        }
        Answer answer;
        synchronized (tables) {
            answer = answerOrRefuse(overridden(request));
        }
        simulation.changes().settle();
        return answer;
    }

    private Answer answerOrRefuse(Request request) {
        try {
            return routes.handle(request);
        } catch (InstanceRefusal refusal) {
            return refusal.answer();
        }
    }

    private static Request overridden(Request request) {
        return request.header("X-http-method-override")
                .map(method -> request.withMethod(method.toUpperCase(Locale.ROOT)))
                .orElse(request);
    }

    private void describeTables() {
        for (Table table : List.copyOf(tables.all())) {
            tables.insert("sys_db_object", Map.of("name", table.name(), "label", table.name()), Tables.SYSTEM);
        }
    }

    private void addOauth(OauthEndpoint oauth) {
        routes.on("POST", "/oauth_token.do", oauth::token)
                .on("GET", "/oauth_token.do", oauth::token)
                .on("POST", "/oauth_revoke_token.do", oauth::revoke)
                .on("GET", "/oauth_revoke_token.do", oauth::revoke);
    }

    private void addTables(TableApi api) {
        for (String version : new String[] {"", "/v1", "/v2"}) {
            String all = "/api/now" + version + "/table/{table}";
            String one = all + "/{id}";
            routes.on("GET", all, admitted(api::list))
                    .on("POST", all, admitted(api::create))
                    .on("GET", one, admitted(api::read))
                    .on("PUT", one, admitted(api::update))
                    .on("PATCH", one, admitted(api::update))
                    .on("DELETE", one, admitted(api::delete));
        }
        routes.otherwise(request -> {
            throw InstanceRefusal.noSuchResource();
        });
        routes.wrongMethod(request -> {
            throw new InstanceRefusal(405, "Method not supported", "");
        });
    }

    private Handler admitted(BiFunction<Request, Row, Answer> api) {
        return request -> {
            Row user = gate.admit(request);
            Optional<Answer> refused = rate.count();
            if (refused.isPresent()) {
                return rate.described(refused.get());
            }
            Negotiation.check(request);
            return rate.described(answered(api, request, user));
        };
    }

    private static Answer answered(BiFunction<Request, Row, Answer> api, Request request, Row user) {
        try {
            return api.apply(request, user);
        } catch (InstanceRefusal refusal) {
            return refusal.answer();
        }
    }
}
