package dev.supportlink.setup;

import dev.supportlink.connection.AdminRole;
import dev.supportlink.connection.SetupState;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The state of every step, worked out from what is stored. A step is blocked only by the steps it needs; the test of the
 * connection waits, visibly, for the tenant admin.
 */
public final class SetupPlan {

    private final PlanContext context;
    private final PlanDefinition definition;
    private final Set<StepId> withoutInputs;
    private final Map<StepId, StepState> states = new EnumMap<>(StepId.class);

    /** The plan of a connection; {@code withoutInputs} are the steps that ask for nothing in it. */
    public SetupPlan(PlanContext context, Set<StepId> withoutInputs) {
        this.context = context;
        this.withoutInputs = Set.copyOf(withoutInputs);
        this.definition = context.definition();
        for (StepId step : definition.steps()) {
            states.put(step, state(step));
        }
    }

    /** The state of a step of this plan. */
    public StepState stateOf(StepId step) {
        return Objects.requireNonNull(states.get(step));
    }

    /** Whether a step is done or skipped; one that the plan does not contain counts as done. */
    public boolean finished(StepId step) {
        return !definition.contains(step) || stateOf(step).finished();
    }

    /** Throws StepBlocked for a step that somebody else has to make possible first. */
    void requireReady(StepId step) {
        waitingFor(step).ifPresent(role -> {
            throw new StepBlocked("Step " + step.word() + " waits for the " + role.word() + " to do step "
                    + StepId.COMPLETE_INTEGRATION.word() + ".");
        });
        List<StepId> unfinished = unfinishedNeeds(step);
        if (!unfinished.isEmpty()) {
            throw new StepBlocked("Step " + step.word() + " needs these steps first: "
                    + String.join(", ", unfinished.stream().map(StepId::word).toList()) + ".");
        }
    }

    /** The needed steps that are not finished. */
    public List<StepId> blockedBy(StepId step) {
        return stateOf(step) == StepState.BLOCKED ? unfinishedNeeds(step) : List.of();
    }

    /** Whom a waiting step waits for. */
    public Optional<AdminRole> waitingFor(StepId step) {
        return stateOf(step) == StepState.WAITING
                ? Optional.of(StepId.COMPLETE_INTEGRATION.adminRole())
                : Optional.empty();
    }

    /** Since when: the moment at which the last step before the tenant admin's was answered. */
    public Optional<Instant> waitingSince(StepId step) {
        return stateOf(step) != StepState.WAITING
                ? Optional.empty()
                : definition.steps().stream()
                        .filter(earlier -> needs(StepId.COMPLETE_INTEGRATION, earlier))
                        .map(earlier -> context.record(earlier).answeredAt())
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo);
    }

    public SetupState setupState() {
        List<StepId> left = definition.steps().stream()
                .filter(step -> !step.optional() && !stateOf(step).finished())
                .toList();
        if (left.isEmpty()) {
            return SetupState.COMPLETE;
        }
        boolean onlyTenantAdmin = left.stream()
                .filter(step -> stateOf(step) == StepState.READY)
                .toList()
                .equals(List.of(StepId.COMPLETE_INTEGRATION));
        boolean failed = left.stream().anyMatch(step -> stateOf(step) == StepState.FAILED);
        return onlyTenantAdmin && !failed ? SetupState.WAITING : SetupState.IN_PROGRESS;
    }

    /** Needed steps come earlier in the order, so their states are known here. */
    private StepState state(StepId step) {
        StepOutcome outcome = context.record(step).outcome();
        if (outcome == StepOutcome.DONE) {
            return StepState.DONE;
        }
        if (outcome == StepOutcome.SKIPPED) {
            return StepState.SKIPPED;
        }
        if (step == StepId.TEST_CONNECTION && stateOf(StepId.COMPLETE_INTEGRATION) == StepState.READY) {
            return StepState.WAITING;
        }
        if (!unfinishedNeeds(step).isEmpty()) {
            return StepState.BLOCKED;
        }
        return outcome == StepOutcome.FAILED ? StepState.FAILED : unanswered(step);
    }

    private StepState unanswered(StepId step) {
        if (step == StepId.INSTANCE_ACCESS && context.withoutInstance()) {
            return StepState.SKIPPED;
        }
        return withoutInputs.contains(step) && !step.checks() ? StepState.DONE : StepState.READY;
    }

    /** The needed steps that are neither done nor skipped. */
    List<StepId> unfinishedNeeds(StepId step) {
        return definition.needs(step).stream()
                .filter(need -> !stateOf(need).finished())
                .toList();
    }

    private boolean needs(StepId step, StepId earlier) {
        return definition.needs(step).stream().anyMatch(need -> need == earlier || needs(need, earlier));
    }
}
