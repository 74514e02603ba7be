package dev.supportlink.setup.rest;

import dev.supportlink.setup.PlanReading;
import java.util.List;

/** The plan as the admin API shows it: all steps in order. */
public record PlanView(String setupState, List<StepView> steps) {

    static PlanView of(PlanReading plan) {
        return new PlanView(
                plan.setupState().word(),
                plan.steps().stream().map(StepView::of).toList());
    }
}
