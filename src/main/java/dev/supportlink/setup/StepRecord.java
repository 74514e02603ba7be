package dev.supportlink.setup;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of one step of one connection.
 *
 * @param revision counts its own answers and check results; 0 before the first
 * @param answers without secrets
 * @param problems what its check found wrong
 * @param actingAs the admin role that an operator named
 */
public record StepRecord(
        StepId step,
        long revision,
        StepOutcome outcome,
        JsonObject answers,
        List<String> problems,
        @Nullable Instant answeredAt,
        @Nullable String answeredBy,
        @Nullable String actingAs) {

    public StepRecord {
        problems = List.copyOf(problems);
    }

    static StepRecord untouched(StepId step) {
        return new StepRecord(step, 0, StepOutcome.OPEN, JsonValue.EMPTY_JSON_OBJECT, List.of(), null, null, null);
    }

    /** Whether nothing is left of any answer. */
    boolean untouched() {
        return outcome == StepOutcome.OPEN && answers.isEmpty();
    }

    /** Open again without its answer, with the next revision: the answer was to another question. */
    StepRecord emptied() {
        return new StepRecord(
                step, revision + 1, StepOutcome.OPEN, JsonValue.EMPTY_JSON_OBJECT, List.of(), null, null, null);
    }

    /** Open again, with the next revision: its answer or check result no longer holds. */
    StepRecord reopened() {
        return new StepRecord(
                step, revision + 1, StepOutcome.OPEN, answers, List.of(), answeredAt, answeredBy, actingAs);
    }
}
