package dev.supportlink.sandbox.instance;

import dev.supportlink.sandbox.http.JsonTexts;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Turns all rows into JSON and back, so that they outlive the process. */
final class InstanceState {

    private InstanceState() {}

    static JsonObject save(Tables tables) {
        JsonObjectBuilder all = JsonTexts.object();
        for (Table table : tables.all()) {
            JsonArrayBuilder rows = JsonTexts.array();
            table.rows().forEach(row -> rows.add(object(row)));
            all.add(table.name(), rows);
        }
        return all.build();
    }

    static void restore(JsonObject saved, Tables tables) {
        for (Table table : tables.all()) {
            table.clear();
            Optional.ofNullable(saved.getJsonArray(table.name()))
                    .ifPresent(rows -> rows.getValuesAs(JsonObject.class).forEach(row -> table.put(row(row))));
        }
    }

    private static JsonObjectBuilder object(Row row) {
        JsonObjectBuilder object = JsonTexts.object();
        row.values().forEach(object::add);
        return object;
    }

    private static Row row(JsonObject object) {
        Map<String, String> values = new LinkedHashMap<>();
        object.forEach((name, value) -> values.put(name, ((JsonString) value).getString()));
        return new Row(values);
    }
}
