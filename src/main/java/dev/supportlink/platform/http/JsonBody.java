package dev.supportlink.platform.http;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.util.Map;

/** Reads a body as the one JSON object that every request of the admin API is. */
final class JsonBody {

    private static final JsonReaderFactory READERS =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    private JsonBody() {}

    /** {@link UnreadableBody} for any other JSON; a JSON exception, answered alike, for no JSON. */
    static JsonObject object(InputStream body) {
        try (JsonReader reader = READERS.createReader(body)) {
            JsonValue json = reader.readValue();
            if (json instanceof JsonObject object) {
                return object;
            }
            throw new UnreadableBody("The body must be a JSON object.");
        }
    }
}
