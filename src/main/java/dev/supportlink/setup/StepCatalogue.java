package dev.supportlink.setup;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.SetupType;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All steps by set-up type and id, and the plan that they make for a connection. */
@ApplicationScoped
public class StepCatalogue {

    @Inject
    @jakarta.enterprise.inject.Any
    Instance<SetupStep> found;

    @Inject
    StepRepository records;

    private final Map<SetupType, Map<StepId, SetupStep>> steps = new EnumMap<>(SetupType.class);

    @PostConstruct
    void collect() {
        for (SetupType type : SetupType.values()) {
            steps.put(type, beansOf(type));
        }
    }

    private Map<StepId, SetupStep> beansOf(SetupType type) {
        Map<StepId, SetupStep> beans = new EnumMap<>(StepId.class);
        PlanDefinition definition = PlanDefinition.of(type);
        found.stream()
                .filter(step -> step.serves(type) && definition.contains(step.id()))
                .forEach(step -> {
                    if (beans.put(step.id(), step) != null) {
                        throw new IllegalStateException(
                                "Two beans are step " + step.id().word() + " of the plan " + type.word());
                    }
                });
        return beans;
    }

    SetupStep step(PlanContext context, StepId id) {
        SetupType type = context.connection().setupType();
        SetupStep step = steps.getOrDefault(type, Map.of()).get(id);
        if (step == null) {
            throw new IllegalStateException("No bean is step " + id.word() + " of the plan " + type.word());
        }
        return step;
    }

    PlanContext context(Connection connection) {
        return new PlanContext(connection, records.of(connection.id()));
    }

    SetupPlan plan(PlanContext context) {
        Set<StepId> withoutInputs = context.definition().steps().stream()
                .filter(id -> step(context, id).inputs(context).isEmpty())
                .collect(Collectors.toSet());
        return new SetupPlan(context, withoutInputs);
    }
}
