package dev.supportlink.definition.rest;

import dev.supportlink.platform.problem.FieldError;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of one object of a document: what is left out stays, null takes away, what is wrong is noted under its
 * path and stays.
 */
final class Members {

    private static final int LONGEST_NAME = 100;

    private final JsonObject given;
    private final String path;
    private final List<FieldError> errors;

    Members(JsonObject given, String path, List<FieldError> errors) {
        this.given = given;
        this.path = path;
        this.errors = errors;
    }

    /** The members of an object in this one; none at all where it is left out, or is no object. */
    Members inner(String name) {
        JsonValue value = given.getOrDefault(name, JsonValue.EMPTY_JSON_OBJECT);
        if (value instanceof JsonObject object) {
            return new Members(object, name + ".", errors);
        }
        wrong(name, "must be an object; leave it out to keep what is there, or give its members as null");
        return new Members(JsonValue.EMPTY_JSON_OBJECT, name + ".", errors);
    }

    /** Refuses every other name. */
    Members only(List<String> names) {
        given.keySet().stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .forEach(name -> wrong(
                        name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name,
                        "is not a field of a definition here; those are " + String.join(", ", names)));
        return this;
    }

    @Nullable
    String text(String name, @Nullable String present, String form, Function<String, Optional<String>> parser) {
        JsonValue value = given.get(name);
        if (value == null) {
            return present;
        }
        if (value.equals(JsonValue.NULL)) {
            return null;
        }
        Optional<String> parsed = value instanceof JsonString text ? parser.apply(text.getString()) : Optional.empty();
        if (parsed.isEmpty()) {
            wrong(name, form);
        }
        return parsed.orElse(present);
    }

    boolean flag(String name, boolean present) {
        JsonValue value = given.get(name);
        if (value == null) {
            return present;
        }
        if (!value.equals(JsonValue.TRUE) && !value.equals(JsonValue.FALSE)) {
            wrong(name, "must be true or false");
        }
        return value.equals(JsonValue.TRUE);
    }

    boolean isEmpty() {
        return given.isEmpty();
    }

    JsonObject given() {
        return given;
    }

    void wrong(String name, String message) {
        errors.add(new FieldError(path + name, message));
    }
}
