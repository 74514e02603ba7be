package dev.supportlink.outbound.http;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** Reads members of answers without trusting their types: the same member is a string here and a number there. */
public final class JsonFields {

    private JsonFields() {}

    /** A string, number or boolean as text; empty for anything else. */
    public static Optional<String> text(JsonObject object, String name) {
        return text(object.get(name));
    }

    /** A whole number, also one that is written as a string. */
    public static Optional<Long> number(JsonObject object, String name) {
        return text(object, name).flatMap(JsonFields::number);
    }

    /** A whole number without sign; empty for any other text. */
    public static Optional<Long> number(String text) {
        return text.matches("\\d{1,15}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    /** An object member. */
    public static Optional<JsonObject> object(JsonObject object, String name) {
        return object.get(name) instanceof JsonObject member ? Optional.of(member) : Optional.empty();
    }

    /** The objects of an array member; empty where there is none. */
    public static List<JsonObject> objects(JsonObject object, String name) {
        return object.get(name) instanceof JsonArray array
                ? array.stream()
                        .filter(JsonObject.class::isInstance)
                        .map(JsonValue::asJsonObject)
                        .toList()
                : List.of();
    }

    private static Optional<String> text(@org.jspecify.annotations.Nullable JsonValue value) {
        if (value instanceof JsonString string) {
            return Optional.of(string.getString());
        }
        if (value instanceof JsonNumber number) {
            return Optional.of(number.toString());
        }
        return value == JsonValue.TRUE || value == JsonValue.FALSE ? Optional.of(value.toString()) : Optional.empty();
    }
}
