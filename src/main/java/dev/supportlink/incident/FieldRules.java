package dev.supportlink.incident;

import dev.supportlink.incident.FieldChanges.Note;
import dev.supportlink.platform.problem.FieldError;
import dev.supportlink.platform.problem.InvalidInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides what of a caller's input is taken, ignored or refused; names every wrong field at once. */
final class FieldRules {

    private static final String CLOSED = "7";
    private static final String RESOLVED = "6";
    private static final int MOST_CUSTOM = 50;

    /** What makes up a resolution; other changes of a resolved record leave it as it is. */
    private static final List<String> RESOLUTION =
            List.of(IncidentFields.STATE, IncidentFields.CLOSE_CODE, IncidentFields.CLOSE_NOTES);

    private FieldRules() {}

    /**
     * The changes that the input asks for. Values equal to what is stored are no change, so that a record can be read
     * and sent back whole.
     */
    static FieldChanges changes(Map<String, String> input, Map<String, String> stored) {
        Map<String, String> wanted = withoutIgnored(input);
        wanted.entrySet().removeIf(field -> unchanged(field, stored));
        refuseWrong(wanted);
        if (CLOSED.equals(wanted.get(IncidentFields.STATE))) {
            throw new ClosingNotAllowed();
        }
        return split(wanted, stored);
    }

    private static Map<String, String> withoutIgnored(Map<String, String> input) {
        Map<String, String> wanted = new LinkedHashMap<>(input);
        wanted.keySet().removeIf(IncidentFields::ignored);
        String otherState = wanted.remove(IncidentFields.INCIDENT_STATE);
        if (otherState != null) {
            wanted.putIfAbsent(IncidentFields.STATE, otherState);
        }
        return wanted;
    }

    private static boolean unchanged(Map.Entry<String, String> field, Map<String, String> stored) {
        return IncidentFields.isJournal(field.getKey())
                ? field.getValue().isBlank()
                : field.getValue().equals(stored.getOrDefault(field.getKey(), ""))
                        && IncidentFields.writable(field.getKey());
    }

    private static void refuseWrong(Map<String, String> wanted) {
        List<FieldError> errors = new ArrayList<>();
        wanted.forEach((name, content) ->
                wrong(name, content).ifPresent(message -> errors.add(new FieldError(name, message))));
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }

    private static Optional<String> wrong(String name, String content) {
        if (!IncidentFields.writable(name)) {
            return Optional.of("is not a field of incident; fields of your own begin with u_ or x_");
        }
        int longest = IncidentFields.longest(name);
        return content.length() > longest
                ? Optional.of("must not be longer than " + longest + " characters")
                : IncidentFields.unstorable(content).or(() -> wrongChoice(name, content));
    }

    private static Optional<String> wrongChoice(String name, String content) {
        boolean clears = content.isEmpty() && !isAlwaysSet(name);
        boolean closes = name.equals(IncidentFields.STATE) && content.equals(CLOSED);
        return clears || closes
                ? Optional.empty()
                : Choices.of(name)
                        .filter(choices -> !choices.contains(content))
                        .map(choices -> "must be one of: " + String.join(", ", choices));
    }

    private static boolean isAlwaysSet(String name) {
        return name.equals(IncidentFields.STATE)
                || name.equals(IncidentFields.IMPACT)
                || name.equals(IncidentFields.URGENCY);
    }

    private static FieldChanges split(Map<String, String> wanted, Map<String, String> stored) {
        List<Note> notes = wanted.entrySet().stream()
                .filter(field -> IncidentFields.isJournal(field.getKey()))
                .map(field -> new Note(field.getKey(), field.getValue()))
                .toList();
        Map<String, String> fields = new LinkedHashMap<>(wanted);
        fields.keySet().removeIf(IncidentFields::isJournal);
        FieldChanges changes = new FieldChanges(fields, notes);
        refuseTooMany(stored, changes);
        refuseWrongWhole(changes.applyTo(stored), changes);
        return changes;
    }

    /** An instance may have more of them; a caller adds none to those. */
    private static void refuseTooMany(Map<String, String> stored, FieldChanges changes) {
        long custom = changes.applyTo(stored).keySet().stream()
                .filter(IncidentFields::custom)
                .count();
        changes.fields().keySet().stream()
                .filter(name -> IncidentFields.custom(name) && !stored.containsKey(name))
                .reduce((first, last) -> last)
                .filter(name -> custom > MOST_CUSTOM)
                .ifPresent(name -> {
                    throw new InvalidInput(name, "is one too many: " + MOST_CUSTOM + " fields of your own are kept");
                });
    }

    private static void refuseWrongWhole(Map<String, String> whole, FieldChanges changes) {
        boolean touchesResolution = RESOLUTION.stream().anyMatch(changes.fields()::containsKey);
        if (touchesResolution && RESOLVED.equals(whole.get(IncidentFields.STATE))) {
            List<String> missing = java.util.stream.Stream.of(IncidentFields.CLOSE_CODE, IncidentFields.CLOSE_NOTES)
                    .filter(name -> !whole.containsKey(name))
                    .toList();
            if (!missing.isEmpty()) {
                throw new ResolutionIncomplete(missing);
            }
        }
    }
}
