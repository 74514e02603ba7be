package dev.supportlink.outbound.servicenow;

import dev.supportlink.incident.RemoteIncident;
import dev.supportlink.outbound.http.JsonFields;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Between the instance's rows and ours. */
final class IncidentTranslator {

    private IncidentTranslator() {}

    static JsonObject toJson(Map<String, String> fields) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        fields.forEach(json::add);
        return json.build();
    }

    /** The incident in {@code result}. */
    static RemoteIncident incident(JsonObject answer) {
        return JsonFields.object(answer, "result")
                .map(IncidentTranslator::fields)
                .flatMap(IncidentTranslator::incident)
                .orElseThrow(() -> new UpstreamException(
                        "instance", Kind.MALFORMED, null, "The answer of the Table API shows no incident."));
    }

    static Optional<RemoteIncident> incident(Map<String, String> fields) {
        String sysId = fields.getOrDefault("sys_id", "");
        return sysId.isEmpty()
                ? Optional.empty()
                : Optional.of(new RemoteIncident(sysId, fields.getOrDefault("number", ""), fields));
    }

    /** Every member as text; of a reference its value. */
    static Map<String, String> fields(JsonObject row) {
        Map<String, String> fields = new HashMap<>();
        row.keySet().forEach(name -> value(row, name).ifPresent(text -> fields.put(name, text)));
        return fields;
    }

    private static Optional<String> value(JsonObject row, String name) {
        return JsonFields.text(row, name)
                .or(() -> JsonFields.object(row, name).flatMap(reference -> JsonFields.text(reference, "value")));
    }
}
