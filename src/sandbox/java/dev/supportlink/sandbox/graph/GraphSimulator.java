package dev.supportlink.sandbox.graph;

import dev.supportlink.sandbox.entra.EntraSimulator;
import dev.supportlink.sandbox.entra.Tenant;
import dev.supportlink.sandbox.graph.GraphGate.Caller;
import dev.supportlink.sandbox.http.Answer;
import dev.supportlink.sandbox.http.Fault;
import dev.supportlink.sandbox.http.Faults;
import dev.supportlink.sandbox.http.Handler;
import dev.supportlink.sandbox.http.Parameters;
import dev.supportlink.sandbox.http.Request;
import dev.supportlink.sandbox.http.RequestLog;
import dev.supportlink.sandbox.http.Routes;
import dev.supportlink.sandbox.http.SimulatedServer;
import dev.supportlink.sandbox.state.Simulation;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/** A simulated Microsoft Graph for the tenants of one simulated Entra ID. */
public final class GraphSimulator implements AutoCloseable {

    private static final String ANNOUNCEMENTS = "/v1.0/admin/serviceAnnouncement/";

    private final Simulation simulation;
    private final SimulatedServer server;
    private final GraphGate gate;
    private final GraphErrors errors;
    private final RequestBudget budget;
    private final Map<String, ServiceHealth> health = new ConcurrentHashMap<>();
    private final Routes routes = new Routes();

    private GraphSimulator(Simulation simulation, EntraSimulator entra, int port) {
        this.simulation = simulation;
        this.gate = new GraphGate(entra);
        this.errors = new GraphErrors(simulation);
        this.budget = new RequestBudget(simulation);
        this.server = SimulatedServer.start("graph", port, simulation.clock(), this::answer);
        entra.graphIsKnownAs(server.baseUri());
        Pages pages = new Pages(server.baseUri());
        addOrganization(new OrganizationAnswers(entra, pages));
        addHealth(new HealthAnswers(caller -> health(caller.tenant()), pages));
        addApplications(new ApplicationAnswers(pages), new SecretAnswers(simulation));
        routes.otherwise(request -> refuse(request, 400, "BadRequest", "Resource not found for the segment."));
        routes.wrongMethod(request -> refuse(request, 405, "Request_BadRequest", "The method is not allowed here."));
    }

    /** Starts Graph for a login host on any free port; its address is made known there as a name of Graph. */
    public static GraphSimulator start(EntraSimulator entra, Clock clock) {
        return start(Simulation.with(clock), entra, 0);
    }

    /** Starts Graph on a port, or on any free one for 0. */
    public static GraphSimulator start(Simulation simulation, EntraSimulator entra, int port) {
        return new GraphSimulator(simulation, entra, port);
    }

    /** Graph's address without version and slash, which is also a resource to ask tokens for. */
    public URI baseUri() {
        return server.baseUri();
    }

    /** The service health that a tenant sees. */
    public ServiceHealth health(Tenant tenant) {
        return health.computeIfAbsent(tenant.id(), unused -> ServiceHealth.ordinaryDay(wholeSeconds()));
    }

    /** Sets the limits of service communications per application and tenant; usually 240 and 800. */
    public void serviceCommunicationsLimits(int perMinute, int perHour) {
        budget.limits(perMinute, perHour);
    }

    /** A fault that answers 429 in Graph's shape. */
    public Fault throttled(String retryAfter) {
        Request any = new Request("GET", "/", Parameters.parse(""), Map.of(), "", Map.of());
        return Fault.answer(errors.tooManyRequests(any, retryAfter));
    }

    /** The faults that wait for its requests. */
    public Faults faults() {
        return server.faults();
    }

    /** What reached it. */
    public RequestLog requests() {
        return server.requests();
    }

    @Override
    public void close() {
        server.close();
    }

    private Answer answer(Request request) {
        Answer answer = answerOrRefuse(request);
        simulation.changes().settle();
        return answer;
    }

    private Answer answerOrRefuse(Request request) {
        try {
            return routes.handle(request);
        } catch (GraphRefusal refusal) {
            return errors.answer(request, refusal);
        }
    }

    private Answer refuse(Request request, int status, String code, String message) {
        gate.admit(request);
        throw new GraphRefusal(status, code, message);
    }

    private Instant wholeSeconds() {
        return simulation.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private Handler admitted(BiFunction<Request, Caller, Answer> answers) {
        return request -> answers.apply(request, gate.admit(request)).with("request-id", Simulation.guid());
    }

    private Handler budgeted(BiFunction<Request, Caller, Answer> answers) {
        return admitted((request, caller) -> {
            Optional<String> wait =
                    budget.use(caller.token().appId() + caller.tenant().id());
            return wait.isPresent() ? errors.tooManyRequests(request, wait.get()) : answers.apply(request, caller);
        });
    }

    private void addOrganization(OrganizationAnswers organization) {
        routes.on("GET", "/v1.0/organization", admitted(organization::organization))
                .on("GET", "/v1.0/domains", admitted(organization::domains))
                .on(
                        "GET",
                        "/v1.0/tenantRelationships/findTenantInformationByDomainName(domainName='{domain}')",
                        admitted(organization::findByDomain))
                .on("GET", "/v1.0/policies/defaultAppManagementPolicy", admitted(organization::appManagementPolicy));
    }

    /** The live service answers 404 to a service's issues, although its metadata lists the path. */
    private void addHealth(HealthAnswers answers) {
        routes.on("GET", ANNOUNCEMENTS + "healthOverviews", budgeted(answers::overviews))
                .on(
                        "GET",
                        ANNOUNCEMENTS + "healthOverviews/{id}/issues",
                        request -> refuse(request, 404, "UnknownError", ""))
                .on("GET", ANNOUNCEMENTS + "issues", budgeted(answers::issues))
                .on("GET", ANNOUNCEMENTS + "issues/{id}", budgeted(answers::issue));
    }

    private void addApplications(ApplicationAnswers applications, SecretAnswers secrets) {
        routes.on("GET", "/v1.0/applications", admitted(applications::list))
                .on("POST", "/v1.0/applications", admitted(applications::create))
                .on("GET", "/v1.0/servicePrincipals", admitted(applications::principals))
                .on("POST", "/v1.0/servicePrincipals", admitted(applications::createPrincipal))
                .on("GET", "/v1.0/servicePrincipals(appId='{appId}')", admitted(applications::principal));
        for (String one : new String[] {"/v1.0/applications(appId='{appId}')", "/v1.0/applications/{id}"}) {
            routes.on("GET", one, admitted(applications::get))
                    .on("PATCH", one, admitted(applications::update))
                    .on("DELETE", one, admitted(applications::delete))
                    .on("GET", one + "/owners", admitted(applications::owners))
                    .on("POST", one + "/owners/$ref", admitted(applications::addOwner))
                    .on("POST", one + "/addPassword", admitted(secrets::add))
                    .on("POST", one + "/removePassword", admitted(secrets::remove));
        }
    }
}
