package dev.supportlink.setup;

import dev.supportlink.access.SignedIn;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What somebody is shown of a plan. Users see all of it. The holder of a hand-over sees the steps of its own role, and of
 * the others an outline of those that may stand before them.
 */
public record PlanSight(SignedIn user, PlanReading plan) {

    /** The steps of which anything is shown, in order. */
    public List<StepReading> steps() {
        Set<StepId> before = before();
        return plan.steps().stream()
                .filter(step -> whole(step) || before.contains(step.step()))
                .toList();
    }

    /** Whether all of the step is shown; otherwise its title, its owner and its state. */
    public boolean whole(StepReading step) {
        return user.seesStepsOf(step.step().adminRole());
    }

    /** Everything that a step which is shown whole needs, directly or not. */
    private Set<StepId> before() {
        Set<StepId> found = EnumSet.noneOf(StepId.class);
        plan.steps().stream().filter(this::whole).forEach(step -> collect(step.step(), found));
        return found;
    }

    private void collect(StepId step, Set<StepId> found) {
        step.needs().stream().filter(this::isPlanned).filter(found::add).forEach(need -> collect(need, found));
    }

    private boolean isPlanned(StepId step) {
        return plan.steps().stream().anyMatch(planned -> planned.step() == step);
    }
}
