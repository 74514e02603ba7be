package dev.supportlink.incident.delivery;

import dev.supportlink.incident.AcceptedChange;
import dev.supportlink.incident.Choices;
import dev.supportlink.incident.Incident;
import dev.supportlink.incident.IncidentFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Translates our words to the instance's. There, {@code correlation_id} belongs to SupportLink and holds our sys_id; the
 * caller's own goes to {@code correlation_display}.
 */
final class InstanceFields {

    private InstanceFields() {}

    /** What a new record carries: what the caller sent, or the whole copy where the record's first instance is gone. */
    static Map<String, String> ofNew(Incident incident, AcceptedChange change, Supplier<List<String>> closeCodes) {
        Map<String, String> content = change.kind() == AcceptedChange.Kind.CREATE ? change.content() : copied(incident);
        Map<String, String> fields = translated(incident, content, closeCodes);
        fields.put(IncidentFields.CORRELATION_ID, incident.sysId());
        return fields;
    }

    /** What a change of fields carries; empty when nothing of it concerns the instance. */
    static Map<String, String> ofUpdate(Incident incident, AcceptedChange change, Supplier<List<String>> closeCodes) {
        return translated(incident, change.content(), closeCodes);
    }

    private static Map<String, String> copied(Incident incident) {
        Map<String, String> content = new LinkedHashMap<>(incident.fields());
        content.keySet().removeIf(name -> !IncidentFields.writable(name));
        return content;
    }

    private static Map<String, String> translated(
            Incident incident, Map<String, String> content, Supplier<List<String>> closeCodes) {
        Map<String, String> fields = new LinkedHashMap<>(content);
        String correlation = fields.remove(IncidentFields.CORRELATION_ID);
        if (correlation != null && !correlation.isEmpty()) {
            fields.put(IncidentFields.CORRELATION_DISPLAY, correlation);
        } else if (correlation != null) {
            fields.put(IncidentFields.CORRELATION_DISPLAY, incident.field(IncidentFields.CORRELATION_DISPLAY));
        } else if (!incident.field(IncidentFields.CORRELATION_ID).isEmpty()) {
            fields.remove(IncidentFields.CORRELATION_DISPLAY);
        }
        fields.computeIfPresent(
                IncidentFields.CLOSE_CODE,
                (name, closeCode) ->
                        closeCode.isEmpty() ? closeCode : Choices.closeCodeFor(closeCode, closeCodes.get()));
        return fields;
    }
}
