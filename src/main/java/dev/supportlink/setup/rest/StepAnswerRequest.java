package dev.supportlink.setup.rest;

import dev.supportlink.platform.problem.FieldError;
import dev.supportlink.platform.problem.InvalidInput;
import dev.supportlink.setup.StepAnswer;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The body of a PUT on a step: {@code {answers, actingAs?, skip?}}. */
final class StepAnswerRequest {

    private static final Set<String> FIELDS = Set.of("answers", "actingAs", "skip");

    private final JsonObject body;
    private final List<FieldError> errors = new ArrayList<>();

    StepAnswerRequest(JsonObject body) {
        this.body = body;
    }

    StepAnswer toAnswer() {
        body.keySet().stream()
                .filter(field -> !FIELDS.contains(field))
                .forEach(field -> wrong(field, "is not a field of this request; those are answers, actingAs, skip"));
        boolean skip = skip();
        StepAnswer answer = new StepAnswer(answers(skip), actingAs(), skip);
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return answer;
    }

    private JsonObject answers(boolean skip) {
        JsonValue given = body.get("answers");
        if (given instanceof JsonObject answers) {
            return answers;
        }
        if (given != null || !skip) {
            wrong("answers", "must be an object of input names and values, {} where the step asks for nothing");
        }
        return JsonValue.EMPTY_JSON_OBJECT;
    }

    private @Nullable String actingAs() {
        JsonValue given = body.get("actingAs");
        if (given == null || given == JsonValue.NULL) {
            return null;
        }
        if (given instanceof JsonString text) {
            return text.getString();
        }
        wrong("actingAs", "must be the name of an admin role");
        return null;
    }

    private boolean skip() {
        JsonValue given = body.get("skip");
        if (given == null || given == JsonValue.FALSE || given == JsonValue.NULL) {
            return false;
        }
        if (given != JsonValue.TRUE) {
            wrong("skip", "must be true or false");
        }
        return given == JsonValue.TRUE;
    }

    private void wrong(String field, String message) {
        errors.add(new FieldError(field, message));
    }
}
