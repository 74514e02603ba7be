package dev.supportlink.setup.steps;

import static dev.supportlink.testing.SetupPath.json;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supportlink.connection.Connection;
import dev.supportlink.platform.problem.FieldError;
import dev.supportlink.platform.problem.InvalidInput;
import dev.supportlink.setup.Answers;
import dev.supportlink.setup.PlanContext;
import dev.supportlink.setup.SetupStep;
import java.util.List;
import java.util.Map;

/** Gives a step an answer of wrong form. */
final class Refusals {

    private Refusals() {}

    /** What is said to be wrong; the answer is JSON written with single quotes. */
    static List<FieldError> of(SetupStep step, Connection connection, String answer) {
        PlanContext plan = new PlanContext(connection, Map.of());
        return catchThrowableOfType(InvalidInput.class, () -> step.answer(plan, new Answers(json(answer)), "somebody"))
                .errors();
    }
}
