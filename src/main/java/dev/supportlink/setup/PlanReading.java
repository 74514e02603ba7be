package dev.supportlink.setup;

import dev.supportlink.connection.SetupState;
import java.util.List;

/** The whole plan as a person sees it. */
public record PlanReading(SetupState setupState, List<StepReading> steps) {

    public PlanReading {
        steps = List.copyOf(steps);
    }
}
