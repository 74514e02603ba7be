package dev.supportlink.incident;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a caller wants to change, after everything that ServiceNow ignores is gone.
 *
 * @param fields new values by field name, in the order sent; an empty string clears a field
 * @param notes journal entries to append, in the order sent
 */
record FieldChanges(Map<String, String> fields, List<Note> notes) {

    /** A journal entry to be. */
    record Note(String element, String text) {}

    FieldChanges {
        fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        notes = List.copyOf(notes);
    }

    boolean isEmpty() {
        return fields.isEmpty() && notes.isEmpty();
    }

    /** The stored values after the change; empty ones are left out. */
    Map<String, String> applyTo(Map<String, String> stored) {
        Map<String, String> merged = new LinkedHashMap<>(stored);
        merged.putAll(fields);
        merged.values().removeIf(String::isEmpty);
        return merged;
    }
}
