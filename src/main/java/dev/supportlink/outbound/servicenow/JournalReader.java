package dev.supportlink.outbound.servicenow;

import dev.supportlink.connection.Connection;
import dev.supportlink.incident.IncidentDestination.JournalFinding;
import dev.supportlink.incident.IncidentFields;
import dev.supportlink.incident.JournalEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for a journal entry: in {@code sys_journal_field}, and where that shows nothing, in the text of {@code
 * comments_and_work_notes}. Rows hidden from the user look like no rows, so only the text can prove an absence then.
 */
@ApplicationScoped
class JournalReader {

    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private static final String COMBINED = "comments_and_work_notes";
    private static final int MOST_ENTRIES = 200;
    private static final int LONGEST_TEXT = 32_000;
    private static final List<String> NEEDED = List.of("element_id", "element", "value", "sys_created_on");

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

    /** The newest entries, oldest first; none where neither the rows nor the text can be read. */
    List<JournalEntry> all(Connection connection, String incident) {
        List<Map<String, String>> rows = entries(connection, incident);
        // Times are in whole seconds: entries of the same second stay as the instance lists them.
        return rows.isEmpty()
                ? text(connection, incident).map(JournalReader::fromText).orElse(List.of())
                : rows.stream()
                        .flatMap(row -> entry(row).stream())
                        .sorted(Comparator.comparing(JournalEntry::writtenAt))
                        .toList();
    }

    private List<Map<String, String>> entries(Connection connection, String incident) {
        EncodedQuery query = EncodedQuery.where("element_id", incident).newestFirst("sys_created_on");
        List<String> fields = List.of("element_id", "element", "value", "sys_created_on", "sys_created_by");
        return tables.visibleRows(connection, "sys_journal_field", query, fields, MOST_ENTRIES).stream()
                .filter(row ->
                        incident.equals(row.get("element_id")) && row.keySet().containsAll(NEEDED))
                .toList();
    }

    private JournalFinding inText(Connection connection, String incident, JournalText.Wanted wanted) {
        return text(connection, incident)
                .map(text -> JournalText.find(text, wanted))
                .orElse(JournalFinding.UNREADABLE);
    }

    private Optional<String> text(Connection connection, String incident) {
        EncodedQuery query = EncodedQuery.where("sys_id", incident);
        return tables.displayedRows(connection, "incident", query, List.of("sys_id", COMBINED), 2).stream()
                .filter(row -> incident.equals(row.get("sys_id")) && row.containsKey(COMBINED))
                .findFirst()
                .map(row -> row.getOrDefault(COMBINED, ""));
    }

    private static Optional<JournalEntry> entry(Map<String, String> row) {
        String element = row.getOrDefault("element", "");
        Instant writtenAt = writtenAt(row);
        return IncidentFields.isJournal(element) && !writtenAt.equals(Instant.MAX)
                ? Optional.of(entry(
                        element, row.getOrDefault("value", ""), row.getOrDefault("sys_created_by", ""), writtenAt))
                : Optional.empty();
    }

    /** Entries whose kind or time is in words that are not known are left out. */
    private static List<JournalEntry> fromText(String text) {
        List<JournalEntry> entries = new ArrayList<>();
        for (JournalText.Entry entry : JournalText.entries(text)) {
            Optional<String> element = entry.element();
            Optional<Instant> writtenAt = entry.writtenAt();
            if (element.isPresent() && writtenAt.isPresent()) {
                entries.add(entry(element.get(), entry.text(), entry.author(), writtenAt.get()));
            }
        }
        Collections.reverse(entries);
        return entries;
    }

    private static JournalEntry entry(String element, String text, String author, Instant writtenAt) {
        String stripped = text.replace("\0", "").strip();
        return new JournalEntry(
                element,
                stripped.length() > LONGEST_TEXT ? stripped.substring(0, LONGEST_TEXT) : stripped,
                author.length() > 100 ? author.substring(0, 100) : author,
                writtenAt);
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
