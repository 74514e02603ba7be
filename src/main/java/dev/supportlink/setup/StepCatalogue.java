package dev.supportlink.setup;

import dev.supportlink.connection.Connection;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** All steps by id, and the plan that they make for a connection. */
@ApplicationScoped
public class StepCatalogue {

    @Inject
    @jakarta.enterprise.inject.Any
    Instance<SetupStep> found;

    @Inject
    StepRepository records;

    private final Map<StepId, SetupStep> steps = new EnumMap<>(StepId.class);

    @PostConstruct
    void collect() {
        found.forEach(step -> steps.put(step.id(), step));
        if (steps.size() != StepId.values().length) {
            throw new IllegalStateException("Steps without a bean; there are only " + steps.keySet());
        }
    }

    SetupStep step(StepId id) {
        return Objects.requireNonNull(steps.get(id));
    }

    PlanContext context(Connection connection) {
        return new PlanContext(connection, records.of(connection.id()));
    }

    SetupPlan plan(PlanContext context) {
        Set<StepId> withoutInputs = Arrays.stream(StepId.values())
                .filter(id -> step(id).inputs(context).isEmpty())
                .collect(Collectors.toSet());
        return new SetupPlan(context, withoutInputs);
    }
}
