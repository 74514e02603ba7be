package dev.supportlink.outbound.graph;

import dev.supportlink.connection.Connection;
import dev.supportlink.verification.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Whether Graph shows the health of the tenant's services; how healthy they are is not this server's concern. */
@ApplicationScoped
public class GraphServiceHealthCheck extends GraphCheck {

    @Override
    public String id() {
        return "graph-service-health";
    }

    @Override
    String permission() {
        return "ServiceHealth.Read.All";
    }

    @Override
    Outcome look(Connection connection) {
        List<ServiceHealth> services = graph.serviceHealth(connection);
        long disturbed =
                services.stream().filter(service -> !service.operational()).count();
        return Outcome.passed("Graph shows " + services.size() + " services, " + disturbed + " of them disturbed.");
    }
}
