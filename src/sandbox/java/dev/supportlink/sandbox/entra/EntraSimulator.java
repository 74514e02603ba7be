package dev.supportlink.sandbox.entra;

import dev.supportlink.sandbox.http.Answer;
import dev.supportlink.sandbox.http.Fault;
import dev.supportlink.sandbox.http.Faults;
import dev.supportlink.sandbox.http.Request;
import dev.supportlink.sandbox.http.RequestLog;
import dev.supportlink.sandbox.http.Routes;
import dev.supportlink.sandbox.http.SimulatedServer;
import dev.supportlink.sandbox.state.Simulation;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A simulated login host of Entra ID. */
public final class EntraSimulator implements AutoCloseable {

    /** One key for all simulators of a JVM, because making one takes a good part of a second. */
    private static final class SharedKey {
        static final SigningKey KEY = SigningKey.generate(Instant.EPOCH.plusSeconds(1_700_000_000));
    }

    private final Simulation simulation;
    private final EntraBehaviour behaviour = new EntraBehaviour();
    private final Directory directory;
    private final SimulatedServer server;
    private final AccessTokenIssuer issuer;
    private final Routes routes = new Routes();
    private final TokenEndpoint v1;
    private final TokenEndpoint v2;

    private EntraSimulator(Simulation simulation, MicrosoftCloud cloud, int port) {
        this.simulation = simulation;
        this.directory = new Directory(simulation, behaviour);
        this.server = SimulatedServer.start("login", port, simulation.clock(), this::answer);
        Issuers issuers = new Issuers(server.baseUri(), cloud);
        this.issuer = new AccessTokenIssuer(simulation, issuers, SharedKey.KEY);
        this.v1 = new TokenEndpoint(false, simulation, behaviour, directory, issuer);
        this.v2 = new TokenEndpoint(true, simulation, behaviour, directory, issuer);
        directory.graphIsKnownAs(cloud.graph());
        addRoutes(new Metadata(directory, issuers, issuer, new EntraErrors(simulation, behaviour)));
    }

    /** Starts the global cloud's login host on any free port. */
    public static EntraSimulator start(Clock clock) {
        return start(Simulation.with(clock), MicrosoftCloud.GLOBAL, 0);
    }

    /** Starts the login host of a cloud on a port, or on any free one for 0. */
    public static EntraSimulator start(Simulation simulation, MicrosoftCloud cloud, int port) {
        return new EntraSimulator(simulation, cloud, port);
    }

    /** The login host's address, without a slash at the end. */
    public URI baseUri() {
        return server.baseUri();
    }

    /** Adds a tenant with its verified domains, the initial one first. */
    public Tenant addTenant(String displayName, String... domains) {
        return directory.add(Simulation.guid(), displayName, Arrays.asList(domains));
    }

    /** The tenant with this ID or domain. */
    public Optional<Tenant> tenant(String idOrDomain) {
        return directory.find(idOrDomain);
    }

    /** All tenants. */
    public Collection<Tenant> tenants() {
        return directory.tenants();
    }

    /** How it behaves. */
    public EntraBehaviour behaviour() {
        return behaviour;
    }

    /** Makes a further name of Graph known, under which tokens for it can be asked. */
    public void graphIsKnownAs(URI baseUri) {
        directory.graphIsKnownAs(baseUri.toString());
    }

    /** Whether an audience or resource names Graph. */
    public boolean isGraph(String resource) {
        return directory.isGraph(resource);
    }

    /** Checks tokens for the APIs that trust this login host. */
    public AccessTokens accessTokens() {
        return new AccessTokens(simulation, issuer);
    }

    /** Makes a new signing key at once, as after an emergency; tokens of the old one are no longer accepted. */
    public void rollSigningKey() {
        issuer.useKeys(List.of(SigningKey.generate(simulation.now())));
        simulation.changes().note();
    }

    /** Signs with a new key from now on, as Entra ID does every few weeks; the ones before stay published. */
    public void rotateSigningKey() {
        issuer.addKey(SigningKey.generate(simulation.now()));
        simulation.changes().note();
    }

    /** The token that an application gets for an API when a person signs in to it. */
    public String personsToken(Tenant tenant, Application client, String api, Person person) {
        Resource resource = Resource.of(directory, tenant, client, api);
        return issuer.issue(tenant, client, resource, behaviour.tokenLife(simulation.chance()), person);
    }

    /** A fault that answers as this refusal does, for requests of token endpoints. */
    public Fault refusal(Aadsts reason, String subject) {
        return Fault.answer(v2.refuse(reason, subject));
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
        return EntraState.save(directory, issuer.keys());
    }

    /** Takes over saved state. */
    public void restore(JsonObject saved) {
        EntraState.restore(saved, directory, issuer);
    }

    @Override
    public void close() {
        server.close();
    }

    private Answer answer(Request request) {
        Answer answer = routes.handle(request);
        simulation.changes().settle();
        return answer;
    }

    private void addRoutes(Metadata metadata) {
        routes.on("POST", "/{tenant}/oauth2/token", v1::post)
                .on("GET", "/{tenant}/oauth2/token", v1::refuseVerb)
                .on("POST", "/{tenant}/oauth2/v2.0/token", v2::post)
                .on("GET", "/{tenant}/oauth2/v2.0/token", v2::refuseVerb)
                .on("GET", "/{tenant}/.well-known/openid-configuration", request -> metadata.document(request, 1))
                .on("GET", "/{tenant}/v2.0/.well-known/openid-configuration", request -> metadata.document(request, 2))
                .on("GET", "/{tenant}/discovery/keys", request -> metadata.keys(request, 1))
                .on("GET", "/{tenant}/discovery/v2.0/keys", request -> metadata.keys(request, 2));
    }
}
