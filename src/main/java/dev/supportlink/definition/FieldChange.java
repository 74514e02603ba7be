package dev.supportlink.definition;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One field of a definition that becomes another, named by its path such as {@code inboundClient.refreshTokenRotation}.
 *
 * @param before null where there was none
 * @param after null where there is none any more
 */
public record FieldChange(String field, JsonValue before, JsonValue after) {

    private static final String VERSION = "formatVersion";

    /** The fields in which two documents differ, in the documents' order. */
    static List<FieldChange> between(JsonObject before, JsonObject after) {
        Map<String, JsonValue> old = flat(before);
        Map<String, JsonValue> changed = flat(after);
        Set<String> fields = new LinkedHashSet<>(changed.keySet());
        fields.addAll(old.keySet());
        List<FieldChange> changes = new ArrayList<>();
        for (String field : fields) {
            JsonValue was = old.getOrDefault(field, JsonValue.NULL);
            JsonValue is = changed.getOrDefault(field, JsonValue.NULL);
            if (!was.equals(is)) {
                changes.add(new FieldChange(field, was, is));
            }
        }
        return changes;
    }

    private static Map<String, JsonValue> flat(JsonObject document) {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        document.forEach((name, value) -> {
            if (value instanceof JsonObject nested) {
                nested.forEach((inner, innerValue) -> fields.put(name + "." + inner, innerValue));
            } else if (!name.equals(VERSION)) {
                fields.put(name, value);
            }
        });
        return fields;
    }
}
