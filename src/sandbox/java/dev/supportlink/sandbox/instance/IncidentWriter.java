package dev.supportlink.sandbox.instance;

import java.util.Map;

/** Saves incidents: takes over what may be written, runs the rules, appends journal entries. */
final class IncidentWriter {

    private final Tables tables;
    private final IncidentRules rules;
    private final Journal journal;
    private final Properties properties;

    IncidentWriter(Tables tables, IncidentRules rules, Journal journal, Properties properties) {
        this.tables = tables;
        this.rules = rules;
        this.journal = journal;
        this.properties = properties;
    }

    Row insert(Map<String, String> values, Row user) {
        Row incident = table().blank();
        takeOver(values, incident);
        rules.beforeInsert(incident, user, properties.nextIncidentNumber());
        Row saved = tables.insert(table(), incident, user.get("user_name"));
        appendJournal(values, saved, user);
        return saved;
    }

    Row update(Row before, Map<String, String> values, Row user) {
        Row incident = before.copy();
        takeOver(values, incident);
        rules.beforeUpdate(before, incident, user);
        tables.update(table(), incident, user.get("user_name"));
        boolean saved = !before.values().equals(incident.values());
        if (appendJournal(values, incident, user) && !saved) {
            tables.updateBeside(table(), incident.id(), user.get("user_name"));
        }
        return table().row(before.id()).orElseThrow();
    }

    private void takeOver(Map<String, String> values, Row incident) {
        // Older clients write the state under its former name.
        String state = values.getOrDefault("incident_state", "");
        if (!state.isEmpty() && !values.containsKey("state")) {
            incident.set("state", state);
        }
        values.forEach((name, value) -> table().column(name)
                .filter(column -> column.kind() != Column.Kind.JOURNAL_LIST && !column.isJournal())
                .filter(column -> IncidentSchema.isWritable(name))
                .ifPresent(column -> incident.set(name, value)));
    }

    private boolean appendJournal(Map<String, String> values, Row incident, Row user) {
        boolean appended = false;
        for (String element : new String[] {"comments", "work_notes"}) {
            String text = values.getOrDefault(element, "");
            if (!text.isEmpty()) {
                journal.append(incident.id(), element, text, user.get("user_name"));
                appended = true;
            }
        }
        return appended;
    }

    private Table table() {
        return tables.get(IncidentSchema.NAME);
    }
}
