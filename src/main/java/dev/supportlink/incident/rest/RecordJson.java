package dev.supportlink.incident.rest;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.Map;

/** Records as JSON, member by member: a binding would find out anew for each value of each record that it is a text. */
final class RecordJson {

    private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());
    private static final int USUAL_SIZE = 4096;

    private RecordJson() {}

    static JsonGenerator to(OutputStream out) {
        return GENERATORS.createGenerator(out);
    }

    /** {@code {"result":{...}}} */
    static byte[] alone(Map<String, Object> members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator json = to(bytes)) {
            json.writeStartObject().writeStartObject("result");
            members.forEach((name, value) -> member(json, name, value));
            json.writeEnd().writeEnd();
        }
        return bytes.toByteArray();
    }

    /** One of several in an array. */
    static void record(JsonGenerator json, Map<String, Object> members) {
        json.writeStartObject();
        members.forEach((name, value) -> member(json, name, value));
        json.writeEnd();
    }

    /** A member is a text, or for a reference or both forms of a value an object of texts. */
    private static void member(JsonGenerator json, String name, Object value) {
        if (value instanceof Map<?, ?> parts) {
            json.writeStartObject(name);
            parts.forEach((part, text) -> json.write(String.valueOf(part), String.valueOf(text)));
            json.writeEnd();
        } else {
            json.write(name, String.valueOf(value));
        }
    }
}
