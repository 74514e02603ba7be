package dev.supportlink.setup.rest;

import dev.supportlink.connection.AdminRole;
import dev.supportlink.platform.http.Preconditions;
import dev.supportlink.setup.StepId;
import dev.supportlink.setup.StepInput;
import dev.supportlink.setup.StepReading;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A step as the admin API shows it; its {@code etag} stands inside so that the plan carries one for each step. */
public record StepView(
        String id,
        String title,
        String adminRole,
        boolean optional,
        String state,
        List<String> blockedBy,
        @Nullable WaitingFor waitingFor,
        List<String> instructions,
        Map<String, Object> values,
        List<Input> inputs,
        List<String> problems,
        List<String> warnings,
        String etag) {

    /** Whom a step waits for, and since when. */
    public record WaitingFor(String adminRole, @Nullable Instant since) {}

    /** One thing that the step asks for. */
    public record Input(String name, String type, boolean required, boolean secret, List<String> choices) {

        static Input of(StepInput input) {
            return new Input(input.name(), input.type(), input.required(), input.secret(), input.choices());
        }
    }

    static StepView of(StepReading reading) {
        StepId step = reading.step();
        return new StepView(
                step.word(),
                step.title(),
                step.adminRole().word(),
                step.optional(),
                reading.state().word(),
                reading.blockedBy().stream().map(StepId::word).toList(),
                waiting(reading.waitingFor(), reading.waitingSince()),
                reading.instructions(),
                reading.values(),
                reading.inputs().stream().map(Input::of).toList(),
                reading.problems(),
                reading.warnings(),
                Preconditions.etag(reading.revision()));
    }

    private static @Nullable WaitingFor waiting(@Nullable AdminRole role, @Nullable Instant since) {
        return role == null ? null : new WaitingFor(role.word(), since);
    }
}
