package dev.supportlink.sandbox.instance;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Comments and work notes: written as entries of their own, never changed. */
final class Journal {

    private static final String TABLE = "sys_journal_field";

    private final Tables tables;

    Journal(Tables tables) {
        this.tables = tables;
    }

    void append(String incidentId, String element, String text, String by) {
        tables.insert(
                TABLE,
                Map.of("name", IncidentSchema.NAME, "element", element, "element_id", incidentId, "value", text),
                by);
    }

    /** The texts of one kind of entry, oldest first. */
    List<String> entries(String incidentId, String element) {
        return tables.get(TABLE)
                .rowsWith("element_id", incidentId)
                .filter(row -> row.has("element", element))
                .map(row -> row.get("value"))
                .toList();
    }

    /** All entries as one text, newest first, each below a line with time, author and kind. */
    String combined(String incidentId) {
        List<Row> entries = tables.get(TABLE).rowsWith("element_id", incidentId).collect(Collectors.toList());
        Collections.reverse(entries);
        return entries.stream().map(this::described).collect(Collectors.joining());
    }

    private String described(Row entry) {
        String author = tables.get("sys_user")
                .firstWith("user_name", entry.get("sys_created_by"))
                .map(user -> user.get("name"))
                .orElse(entry.get("sys_created_by"));
        String kind = entry.has("element", "work_notes") ? "Work notes" : "Additional comments";
        return entry.get("sys_created_on") + " - " + author + " (" + kind + ")\n" + entry.get("value") + "\n\n";
    }
}
