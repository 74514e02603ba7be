package dev.supportlink.outbound.servicenow;

import dev.supportlink.connection.Connection;
import dev.supportlink.incident.IncidentDestination.JournalFinding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * Looks for a journal entry: in {@code sys_journal_field}, and where that shows nothing, in the text of {@code
 * comments_and_work_notes}. Rows hidden from the user look like no rows, so only the text can prove an absence then.
 */
@ApplicationScoped
class JournalReader {

    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private static final String COMBINED = "comments_and_work_notes";
    private static final int MOST_ENTRIES = 200;

    @Inject
    InstanceTables tables;

    @Inject
    InstanceSettings settings;

    JournalFinding find(Connection connection, String incident, String element, String text, Instant since) {
        // Instances keep whole seconds.
        Instant from = since.minus(settings.clockTolerance()).truncatedTo(ChronoUnit.SECONDS);
        List<Map<String, String>> rows = entries(connection, incident);
        if (rows.isEmpty()) {
            return inText(connection, incident, new JournalText.Wanted(element, text, from));
        }
        boolean found = rows.stream()
                .anyMatch(row -> element.equals(row.get("element"))
                        && sameText(text, row.getOrDefault("value", ""))
                        && !writtenAt(row).isBefore(from));
        return found ? JournalFinding.PRESENT : JournalFinding.ABSENT;
    }

    private List<Map<String, String>> entries(Connection connection, String incident) {
        EncodedQuery query = EncodedQuery.where("element_id", incident).newestFirst("sys_created_on");
        List<String> fields = List.of("element_id", "element", "value", "sys_created_on");
        return tables.visibleRows(connection, "sys_journal_field", query, fields, MOST_ENTRIES).stream()
                .filter(row ->
                        incident.equals(row.get("element_id")) && row.keySet().containsAll(fields))
                .toList();
    }

    private JournalFinding inText(Connection connection, String incident, JournalText.Wanted wanted) {
        EncodedQuery query = EncodedQuery.where("sys_id", incident);
        return tables.displayedRows(connection, "incident", query, List.of("sys_id", COMBINED), 2).stream()
                .filter(row -> incident.equals(row.get("sys_id")) && row.containsKey(COMBINED))
                .findFirst()
                .map(row -> JournalText.find(row.getOrDefault(COMBINED, ""), wanted))
                .orElse(JournalFinding.UNREADABLE);
    }

    private static Instant writtenAt(Map<String, String> row) {
        try {
            return LocalDateTime.parse(row.getOrDefault("sys_created_on", ""), TIME)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException unreadable) {
            return Instant.MAX;
        }
    }

    /** Instances trim entries and write line ends their own way. */
    static boolean sameText(String one, String other) {
        return one.replace("\r\n", "\n")
                .strip()
                .equals(other.replace("\r\n", "\n").strip());
    }
}
