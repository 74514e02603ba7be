package dev.supportlink.store.incident;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.util.LinkedHashMap;
import java.util.Map;

/** Maps of strings as JSON text, in the order of the map. */
final class JsonMaps {

    private static final Jsonb JSON = JsonbBuilder.create();

    private JsonMaps() {}

    static String write(Map<String, String> map) {
        return JSON.toJson(map);
    }

    @SuppressWarnings("unchecked") // Only write() makes the text, of strings alone.
    static Map<String, String> read(String text) {
        return JSON.fromJson(text, LinkedHashMap.class);
    }
}
