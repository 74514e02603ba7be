package dev.supportlink.definition;

import dev.supportlink.setup.StepId;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * An import that is worked out and not stored.
 *
 * @param before the stored definition of that name; empty where there is none
 */
record ImportDraft(Optional<Definition> before, Definition after) {

    List<FieldChange> changes() {
        JsonObject old = before.map(Definition::document).orElse(JsonValue.EMPTY_JSON_OBJECT);
        return FieldChange.between(old, after.document());
    }

    ImportOutcome outcome() {
        if (before.isEmpty()) {
            return ImportOutcome.CREATED;
        }
        return changes().isEmpty() ? ImportOutcome.UNCHANGED : ImportOutcome.CHANGED;
    }

    /** Told with the connection as it is at present. */
    ImportReport report(BiFunction<Definition, Definition, List<StepId>> reopened) {
        return new ImportReport(
                outcome(),
                changes(),
                before.map(old -> reopened.apply(old, after)).orElse(List.of()),
                before.map(Definition::connection).orElse(null));
    }
}
