package dev.supportlink.outbound.entra;

import dev.supportlink.connection.Tenant;
import dev.supportlink.setup.TenantResolver;
import dev.supportlink.verification.Check;
import dev.supportlink.verification.CheckRun;
import dev.supportlink.verification.Outcome;
import dev.supportlink.verification.ReasonCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Whether the tenant domain still leads to the tenant that was set up. */
@ApplicationScoped
public class TenantResolvesCheck implements Check {

    @Inject
    TenantResolver resolver;

    @Inject
    ReasonCatalogue reasons;

    @Override
    public String id() {
        return "tenant-resolves";
    }

    @Override
    public Outcome run(CheckRun run) {
        Tenant stored = run.connection().tenant();
        Optional<Tenant> found = resolver.resolve(stored.domain(), stored.cloud());
        if (found.isEmpty()) {
            return Outcome.failed(reasons.reason("tenant-not-found"), "a tenant with " + stored.domain(), "none");
        }
        String id = String.valueOf(found.get().id());
        if (stored.id() != null && !stored.id().equalsIgnoreCase(id)) {
            return Outcome.failed(reasons.reason("tenant-id-differs"), stored.id(), id);
        }
        return Outcome.passed(stored.domain() + " is tenant " + id + ".");
    }
}
