package dev.supportlink.setup;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.SetupType;
import dev.supportlink.platform.config.StartUpCheck;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** All steps by set-up type and id, and the plan that they make for a connection. */
@ApplicationScoped
public class StepCatalogue implements StartUpCheck {

    @Inject
    @jakarta.enterprise.inject.Any
    Instance<SetupStep> found;

    @Inject
    StepRepository records;

    private final Map<SetupType, Map<StepId, SetupStep>> steps = new EnumMap<>(SetupType.class);

    @PostConstruct
    void collect() {
        for (SetupType type : SetupType.values()) {
            Map<StepId, SetupStep> plan = new EnumMap<>(StepId.class);
            beans(type).forEach(step -> plan.put(step.id(), step));
            steps.put(type, plan);
        }
    }

    /** A step that no bean answers, or two, is found at the start and not when a person comes to it. */
    @Override
    public List<String> problems() {
        return Arrays.stream(SetupType.values())
                .flatMap(type -> PlanDefinition.of(type).steps().stream().flatMap(step -> problem(type, step)))
                .toList();
    }

    private Stream<String> problem(SetupType type, StepId id) {
        long beans = beans(type).filter(step -> step.id() == id).count();
        return beans == 1
                ? Stream.empty()
                : Stream.of("The step " + id.word() + " of the plan " + type.word() + " is answered by " + beans
                        + " beans instead of one; this build is incomplete.");
    }

    private Stream<SetupStep> beans(SetupType type) {
        PlanDefinition definition = PlanDefinition.of(type);
        return StreamSupport.stream(found.spliterator(), false)
                .filter(step -> step.serves(type) && definition.contains(step.id()));
    }

    SetupStep step(PlanContext context, StepId id) {
        Map<StepId, SetupStep> plan = steps.getOrDefault(context.connection().setupType(), Map.of());
        return Objects.requireNonNull(plan.get(id));
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
