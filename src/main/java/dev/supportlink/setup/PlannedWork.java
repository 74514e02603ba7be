package dev.supportlink.setup;

import dev.supportlink.connection.AdminRole;
import dev.supportlink.connection.ConnectionRepository;
import dev.supportlink.handover.RoleWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** How far the plan of a connection is for one admin role: optional steps count until they are done or skipped. */
@ApplicationScoped
public class PlannedWork implements RoleWork {

    @Inject
    ConnectionRepository connections;

    @Inject
    StepCatalogue catalogue;

    @Override
    public Progress of(String connectionId, AdminRole role) {
        PlanContext context = catalogue.context(connections.get(connectionId));
        SetupPlan plan = catalogue.plan(context);
        List<StepId> own = context.definition().steps().stream()
                .filter(step -> step.adminRole() == role)
                .toList();
        if (own.isEmpty()) {
            return Progress.NONE;
        }
        return own.stream().allMatch(plan::finished) ? Progress.DONE : Progress.LEFT;
    }
}
