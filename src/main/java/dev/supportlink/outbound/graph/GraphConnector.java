package dev.supportlink.outbound.graph;

import dev.supportlink.connection.Connection;
import dev.supportlink.outbound.entra.AppToken;
import dev.supportlink.outbound.entra.AppTokens;
import dev.supportlink.outbound.entra.CloudSettings;
import dev.supportlink.outbound.http.Calls;
import dev.supportlink.outbound.http.RestClients;
import dev.supportlink.outbound.http.Target;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;

/** Reads from Microsoft Graph with the connection's application token. */
@ApplicationScoped
public class GraphConnector {

    @Inject
    RestClients clients;

    @Inject
    Calls calls;

    @Inject
    CloudSettings clouds;

    @Inject
    AppTokens tokens;

    @Inject
    Clock clock;

    /** The tenant that the token belongs to. */
    public Organization organization(Connection connection) {
        JsonObject page =
                call(connection, (client, bearer) -> client.organization(bearer, "id,displayName,verifiedDomains"));
        return Page.of(page).items().stream()
                .findFirst()
                .map(Organization::from)
                .orElseThrow(() -> malformed("Graph shows no organization."));
    }

    /** The health of every service that the tenant subscribes to. */
    public List<ServiceHealth> serviceHealth(Connection connection) {
        Target graph = graph(connection);
        Pages pages = new Pages(graph, link -> call(connection, (client, bearer) -> client.next(bearer, link)));
        return pages.all(call(connection, GraphClient::healthOverviews)).stream()
                .map(ServiceHealth::from)
                .toList();
    }

    private JsonObject call(Connection connection, BiFunction<GraphClient, String, JsonObject> request) {
        AppToken token = tokens.token(connection);
        try {
            return call(connection, token, request);
        } catch (UpstreamException failure) {
            if (failure.kind() != Kind.UNAUTHENTICATED) {
                throw failure;
            }
            // A kept token may have been withdrawn; a second refusal is final.
            return call(connection, tokens.replace(connection, token), request);
        }
    }

    private JsonObject call(
            Connection connection, AppToken token, BiFunction<GraphClient, String, JsonObject> request) {
        Target graph = graph(connection);
        GraphClient client = clients.client(GraphClient.class, graph, new GraphErrors(clock));
        String bearer = token.bearer().headerFor(graph.baseUrl());
        return calls.repeatable(graph, () -> request.apply(client, bearer));
    }

    private Target graph(Connection connection) {
        return new Target(
                "graph",
                clouds.graphUrl(Objects.requireNonNull(connection.tenant().cloud())));
    }

    static UpstreamException malformed(String message) {
        return new UpstreamException("graph", Kind.MALFORMED, null, message);
    }
}
