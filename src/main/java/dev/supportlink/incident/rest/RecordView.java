package dev.supportlink.incident.rest;

import dev.supportlink.incident.Choices;
import dev.supportlink.incident.Incident;
import dev.supportlink.incident.IncidentFields;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An incident as the Table API shows it: every value a string, references with their link. */
final class RecordView {

    private final Incident incident;
    private final RecordText text;
    private final RecordForm form;

    private RecordView(Incident incident, RecordForm form) {
        this.incident = incident;
        this.text = new RecordText(incident);
        this.form = form;
    }

    /** The record's members in order; unknown fields that were asked for are left out, as ServiceNow does. */
    static Map<String, Object> of(Incident incident, RecordForm form) {
        RecordView view = new RecordView(incident, form);
        Map<String, Object> members = new LinkedHashMap<>();
        view.text.names().stream().filter(form::wants).forEach(name -> members.put(name, view.member(name)));
        return members;
    }

    private Object member(String name) {
        String stored = text.stored(name);
        boolean reference = IncidentFields.referencedTable(name).isPresent() && !stored.isEmpty();
        return switch (form.display()) {
            case FALSE -> reference && !form.linksExcluded() ? withLink(name, Map.of("value", stored)) : stored;
            case TRUE ->
                reference && !form.linksExcluded() ? withLink(name, Map.of("display_value", stored)) : shown(name);
            case ALL -> both(name, reference);
        };
    }

    private Object both(String name, boolean reference) {
        Map<String, String> both = new LinkedHashMap<>();
        both.put("display_value", shown(name));
        both.put("value", text.stored(name));
        return reference && !form.linksExcluded() ? withLink(name, both) : both;
    }

    private String shown(String name) {
        return IncidentFields.isJournal(name) ? text.journal(name) : Choices.label(name, text.stored(name));
    }

    /** The link leads to the instance, which knows what is referred to; without an instance there is none. */
    private Map<String, String> withLink(String name, Map<String, String> values) {
        Map<String, String> members = new LinkedHashMap<>(values);
        String origin = incident.instanceOrigin();
        if (origin != null) {
            String table = IncidentFields.referencedTable(name).orElseThrow();
            String referenced =
                    URLEncoder.encode(text.stored(name), StandardCharsets.UTF_8).replace("+", "%20");
            members.put("link", origin + "/api/now/table/" + table + "/" + referenced);
        }
        return members;
    }
}
