package dev.supportlink.store.incident;

import jakarta.json.Json;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;

/** Maps of strings as JSON text, in the order of the map. */
final class JsonMaps {

    private static final Jsonb JSON = JsonbBuilder.create();
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    private JsonMaps() {}

    static String write(Map<String, String> map) {
        return JSON.toJson(map);
    }

    /** Read event by event: this is part of every read of an incident, and a binding costs several times as much. */
    static Map<String, String> read(String text) {
        Map<String, String> map = new LinkedHashMap<>();
        try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
            String name = "";
            while (parser.hasNext()) {
                switch (parser.next()) {
                    case KEY_NAME -> name = parser.getString();
                    case VALUE_STRING -> map.put(name, parser.getString());
                    case START_OBJECT, END_OBJECT -> {}
                    default -> throw new IllegalStateException("The stored map holds something that is no text");
                }
            }
        }
        return map;
    }
}
