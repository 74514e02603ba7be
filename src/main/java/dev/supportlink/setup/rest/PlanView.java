package dev.supportlink.setup.rest;

import dev.supportlink.setup.PlanSight;
import dev.supportlink.setup.StepReading;
import java.util.List;

/** The plan as the admin API shows it: all steps in order, those of others as outlines in a hand-over. */
public record PlanView(String setupState, List<Record> steps) {

    static PlanView of(PlanSight sight) {
        return new PlanView(
                sight.plan().setupState().word(),
                sight.steps().stream().map(step -> view(sight, step)).toList());
    }

    private static Record view(PlanSight sight, StepReading step) {
        return sight.whole(step) ? StepView.of(step) : StepOutline.of(step);
    }
}
