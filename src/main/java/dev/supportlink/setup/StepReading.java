package dev.supportlink.setup;

import dev.supportlink.connection.AdminRole;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step as a person sees it.
 *
 * @param problems what its check found wrong
 * @param warnings what was accepted and yet may be a mistake
 */
public record StepReading(
        StepId step,
        long revision,
        StepState state,
        List<StepId> blockedBy,
        @Nullable AdminRole waitingFor,
        @Nullable Instant waitingSince,
        List<String> instructions,
        Map<String, Object> values,
        List<StepInput> inputs,
        List<String> problems,
        List<String> warnings) {}
