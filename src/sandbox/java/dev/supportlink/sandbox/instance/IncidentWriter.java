package dev.supportlink.sandbox.instance;

import java.util.Map;

/** Saves incidents: takes over what may be written, runs the rules, appends journal entries. */
final class IncidentWriter {

    private static final String COUNTER = "sandbox.incident.counter";

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
        rules.beforeInsert(incident, user, nextNumber());
        Row saved = tables.insert(table(), incident, user.get("user_name"));
        appendJournal(values, saved, user);
        return saved;
    }

    Row update(Row before, Map<String, String> values, Row user) {
        Row incident = before.copy();
        takeOver(values, incident);
        rules.beforeUpdate(before, incident, user);
        tables.update(table(), incident, user.get("user_name"));
        appendJournal(values, incident, user);
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

    private void appendJournal(Map<String, String> values, Row incident, Row user) {
        for (String element : new String[] {"comments", "work_notes"}) {
            String text = values.getOrDefault(element, "");
            if (!text.isEmpty()) {
                journal.append(incident.id(), element, text, user.get("user_name"));
            }
        }
    }

    private String nextNumber() {
        String last = properties.get(COUNTER);
        int next = last.isEmpty() ? 10001 : Integer.parseInt(last) + 1;
        properties.set(COUNTER, String.valueOf(next));
        return String.format("INC%07d", next);
    }

    private Table table() {
        return tables.get(IncidentSchema.NAME);
    }
}
