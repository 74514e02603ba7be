package dev.supportlink.sandbox.http;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Optional;

/** Reads and builds JSON with one provider, which is costly to look up. */
public final class JsonTexts {

    private static final JsonProvider PROVIDER = JsonProvider.provider();

    private JsonTexts() {}

    /** A new object. */
    public static JsonObjectBuilder object() {
        return PROVIDER.createObjectBuilder();
    }

    /** A new array. */
    public static JsonArrayBuilder array() {
        return PROVIDER.createArrayBuilder();
    }

    /** A string as a JSON value. */
    public static JsonValue string(String text) {
        return PROVIDER.createValue(text);
    }

    /** Reads any JSON text; empty when it is none. */
    public static Optional<JsonValue> read(String text) {
        try (JsonReader reader = PROVIDER.createReader(new StringReader(text))) {
            return Optional.of(reader.readValue());
        } catch (JsonException notJson) {
            return Optional.empty();
        }
    }

    /** Reads a JSON object; empty when the text is anything else. */
    public static Optional<JsonObject> readObject(String text) {
        return read(text).filter(JsonObject.class::isInstance).map(JsonValue::asJsonObject);
    }
}
