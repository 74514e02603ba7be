package dev.supportlink.incident.rest;

import dev.supportlink.platform.problem.FieldError;
import dev.supportlink.platform.problem.InvalidInput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the body of a write: one JSON object of plain values, in the order sent, bounded in size. */
@ApplicationScoped
public class RecordBody {

    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    @Inject
    TableApiSettings settings;

    /** The values by field name, as strings; a reference may come in the form in which it is answered. */
    public Map<String, String> read(InputStream body) {
        return values(parse(body));
    }

    /** The object, whatever its values are. */
    JsonObject parse(InputStream body) {
        return object(bytes(body));
    }

    /** One value as a string; empty where there is none, or none of those that a field can have. */
    static String value(JsonObject sent, String name) {
        return sent.containsKey(name) ? Objects.requireNonNullElse(text(sent.get(name)), "") : "";
    }

    static Map<String, String> values(JsonObject sent) {
        Map<String, String> values = new LinkedHashMap<>();
        List<FieldError> errors = new ArrayList<>();
        sent.forEach((name, value) -> {
            String text = text(value);
            if (text == null) {
                errors.add(new FieldError(name, "must be a string, a number, true, false or null"));
            } else {
                values.put(name, text);
            }
        });
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return values;
    }

    private byte[] bytes(InputStream body) {
        int most = settings.maxBody();
        try {
            byte[] read = body.readNBytes(most + 1);
            if (read.length > most) {
                throw TableApiProblem.bodyTooLarge(most);
            }
            return read;
        } catch (IOException broken) {
            throw TableApiProblem.unreadableBody("The body ended before it was complete");
        }
    }

    private static JsonObject object(byte[] bytes) {
        requireUtf8(bytes);
        try (JsonReader reader = READERS.createReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            JsonStructure read = reader.read();
            if (read instanceof JsonObject object) {
                return object;
            }
            throw TableApiProblem.unreadableBody("The body must be one JSON object");
        } catch (JsonException | IllegalArgumentException | IllegalStateException | ArithmeticException wrong) {
            throw TableApiProblem.unreadableBody("The body must be JSON, in UTF-8");
        }
    }

    /** A reader would quietly replace broken characters. */
    private static void requireUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException wrong) {
            throw TableApiProblem.unreadableBody("The body must be JSON, in UTF-8");
        }
    }

    private static @Nullable String text(JsonValue value) {
        return switch (value.getValueType()) {
            case STRING -> ((JsonString) value).getString();
            case NUMBER, TRUE, FALSE -> value.toString();
            case NULL -> "";
            case OBJECT -> reference(value.asJsonObject());
            case ARRAY -> null;
        };
    }

    private static @Nullable String reference(JsonObject object) {
        return object.get("value") instanceof JsonString referenced ? referenced.getString() : null;
    }
}
