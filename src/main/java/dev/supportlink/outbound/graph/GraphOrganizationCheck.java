package dev.supportlink.outbound.graph;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Tenant;
import dev.supportlink.verification.Outcome;
import jakarta.enterprise.context.ApplicationScoped;

/** Whether Graph shows the tenant that was set up, with the typed domain among its verified ones. */
@ApplicationScoped
public class GraphOrganizationCheck extends GraphCheck {

    @Override
    public String id() {
        return "graph-organization";
    }

    @Override
    String permission() {
        return "Organization.Read.All";
    }

    @Override
    Outcome look(Connection connection) {
        Tenant tenant = connection.tenant();
        Organization shown = graph.organization(connection);
        if (!shown.id().equalsIgnoreCase(tenant.id())) {
            return Outcome.failed(reasons.reason("graph-tenant-differs"), tenant.id(), shown.id());
        }
        if (!shown.hasDomain(tenant.domain())) {
            return Outcome.failed(
                    reasons.reason("domain-not-verified"), tenant.domain(), String.join(", ", shown.verifiedDomains()));
        }
        return Outcome.passed(tenant.domain() + " is a verified domain of " + shown.displayName() + ".");
    }
}
