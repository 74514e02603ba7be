package dev.supportlink.sandbox.instance;

import dev.supportlink.sandbox.http.Request;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of a write, read as ServiceNow does: everything becomes a string. */
final class WriteBody {

    private WriteBody() {}

    static Map<String, String> of(Request request) {
        JsonObject body = request.json()
                .orElseThrow(() ->
                        InstanceRefusal.badRequest("Exception while reading request", "The payload is not valid JSON"));
        Map<String, String> values = new LinkedHashMap<>();
        body.forEach((name, value) -> values.put(name, text(value)));
        return values;
    }

    private static String text(JsonValue value) {
        return switch (value.getValueType()) {
            case STRING -> ((JsonString) value).getString();
            case NULL -> "";
            case OBJECT -> value.asJsonObject().getString("value", "");
            case NUMBER, TRUE, FALSE, ARRAY -> value.toString();
        };
    }
}
