package dev.supportlink.setup;

import dev.supportlink.access.SignedIn;
import dev.supportlink.connection.Connection;
import dev.supportlink.connection.ConnectionRepository;
import dev.supportlink.platform.problem.InvalidInput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Shows the set-up plan and takes the answers to its steps. */
@ApplicationScoped
public class SetupDesk {

    @Inject
    ConnectionRepository connections;

    @Inject
    StepCatalogue catalogue;

    @Inject
    StoredAnswers stored;

    @Inject
    StepCommit commit;

    @Inject
    HandOverRestraint restraint;

    public PlanReading plan(String connectionId) {
        PlanContext context = catalogue.context(connections.get(connectionId));
        SetupPlan plan = catalogue.plan(context);
        List<StepReading> steps = context.definition().steps().stream()
                .map(step -> reading(context, plan, step))
                .toList();
        return new PlanReading(plan.setupState(), steps);
    }

    public StepReading step(String connectionId, StepId step) {
        PlanContext context = catalogue.context(connections.get(connectionId));
        context.definition().require(step);
        return reading(context, catalogue.plan(context), step);
    }

    /**
     * Takes an answer: checks who asks, its form, then the outside systems, and stores it only if all agree.
     *
     * @param precondition told the step's revision before anything changes; throws when the caller knew another
     */
    public StepReading answer(
            String connectionId, StepId step, StepAnswer answer, SignedIn user, LongConsumer precondition) {
        user.requireReader(connectionId);
        Connection connection = connections.get(connectionId);
        PlanDefinition.of(connection).require(step);
        String actingAs = StepPermission.actingRole(user, step, connectionId, answer.actingAs());
        PlanContext context = catalogue.context(connection);
        catalogue.plan(context).requireReady(step);
        restraint.refuse(user, connection, answer.answers());
        if (!stored.same(context, step, answer)) {
            precondition.accept(context.record(step).revision());
            store(context, step, answer, user, actingAs);
        } else if (step.checks()) {
            store(context, step, answer, user, actingAs);
        } else {
            stored.enteredAgain(context, step, answer);
        }
        return step(connectionId, step);
    }

    private void store(PlanContext context, StepId step, StepAnswer answer, SignedIn user, @Nullable String actingAs) {
        StepChange change = answer.skip() ? skipped(step) : answered(context, step, answer, user);
        StepChange allowed = change.checked((before, after) -> restraint.refuse(user, before, after));
        commit.store(context, step, allowed, user.name(), actingAs);
    }

    private StepChange answered(PlanContext context, StepId step, StepAnswer answer, SignedIn user) {
        return catalogue.step(context, step).answer(context, new Answers(answer.answers()), user.name());
    }

    private static StepChange skipped(StepId step) {
        if (!step.optional()) {
            throw new InvalidInput("skip", "must be false or absent: step " + step.word() + " is not optional");
        }
        return new StepChange(
                StepOutcome.SKIPPED,
                JsonValue.EMPTY_JSON_OBJECT,
                List.of(),
                java.util.function.UnaryOperator.identity(),
                List.of(),
                connection -> {});
    }

    private StepReading reading(PlanContext context, SetupPlan plan, StepId id) {
        SetupStep step = catalogue.step(context, id);
        StepRecord record = context.record(id);
        return new StepReading(
                id,
                record.revision(),
                plan.stateOf(id),
                plan.blockedBy(id),
                plan.waitingFor(id).orElse(null),
                plan.waitingSince(id).orElse(null),
                step.instructions(context),
                step.values(context),
                step.inputs(context),
                record.problems(),
                record.outcome() == StepOutcome.OPEN ? List.of() : step.warnings(context));
    }
}
