package dev.supportlink.setup;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the members of pasted JSON by name and type; a wrong, missing or further member is a {@link WrongFindings}. */
final class StrictObject {

    private static final int LONGEST_TEXT = 200;

    private final String path;
    private final JsonObject json;
    private final Set<String> known = new HashSet<>();

    StrictObject(String path, JsonObject json) {
        this.path = path;
        this.json = json;
    }

    String text(String name) {
        return text(name, member(name));
    }

    boolean flag(String name) {
        JsonValue value = member(name);
        if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
            throw wrong(name, "must be true or false");
        }
        return value == JsonValue.TRUE;
    }

    /** A whole number, or null, also where it is missing. */
    Optional<Long> number(String name) {
        JsonValue value = member(name);
        if (value == null || value == JsonValue.NULL) {
            return Optional.empty();
        }
        if (value instanceof JsonNumber number
                && number.isIntegral()
                && number.bigIntegerValueExact().bitLength() < 63) {
            return Optional.of(number.longValueExact());
        }
        throw wrong(name, "must be a whole number or null");
    }

    Instant time(String name) {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeParseException other) {
            throw wrong(name, "must be a time in UTC such as 2026-11-24T09:30:00Z");
        }
    }

    /** An object; empty for null. */
    Optional<StrictObject> object(String name) {
        JsonValue value = member(name);
        if (value == JsonValue.NULL) {
            return Optional.empty();
        }
        if (value instanceof JsonObject object) {
            return Optional.of(new StrictObject(path + name + ".", object));
        }
        throw wrong(name, "must be an object or null");
    }

    List<String> texts(String name, int most) {
        JsonArray array = array(name, most);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            texts.add(text(name + "[" + i + "]", array.get(i)));
        }
        return texts;
    }

    List<StrictObject> objects(String name, int most) {
        JsonArray array = array(name, most);
        List<StrictObject> objects = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            String each = name + "[" + i + "]";
            if (!(array.get(i) instanceof JsonObject object)) {
                throw wrong(each, "must be an object");
            }
            objects.add(new StrictObject(path + each + ".", object));
        }
        return objects;
    }

    /** Refuses members that nobody asked for. */
    void finish() {
        json.keySet().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw wrong(shortened(name), "is not printed by the script");
        });
    }

    private JsonArray array(String name, int most) {
        if (member(name) instanceof JsonArray array && array.size() <= most) {
            return array;
        }
        throw wrong(name, "must be a list of at most " + most);
    }

    private @Nullable JsonValue member(String name) {
        known.add(name);
        return json.get(name);
    }

    private String text(String name, @Nullable JsonValue value) {
        if (value instanceof JsonString string && string.getString().length() <= LONGEST_TEXT) {
            return string.getString();
        }
        throw wrong(name, "must be a text of at most " + LONGEST_TEXT + " characters");
    }

    private WrongFindings wrong(String name, String message) {
        return new WrongFindings("is not what the script printed: " + path + name + " " + message);
    }

    private static String shortened(String name) {
        return name.substring(0, Math.min(name.length(), 40)).replaceAll("\\p{Cntrl}", " ");
    }
}
