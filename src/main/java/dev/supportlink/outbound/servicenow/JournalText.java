package dev.supportlink.outbound.servicenow;

import dev.supportlink.incident.IncidentDestination.JournalFinding;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the text of {@code comments_and_work_notes} apart: entries below a line with time, author and kind. */
final class JournalText {

    private static final Pattern HEAD = Pattern.compile("(?m)^(\\S+ \\S+) - (.*) \\(([^()\\n]+)\\)$");
    private static final Map<String, String> LABELS =
            Map.of("work_notes", "Work notes", "comments", "Additional comments");

    private JournalText() {}

    /** An entry that is looked for. */
    record Wanted(String element, String text, Instant from) {}

    record Entry(String time, String author, String label, String text) {

        /** The journal that it belongs to; empty for a label in words that are not known. */
        Optional<String> element() {
            return LABELS.entrySet().stream()
                    .filter(known -> known.getValue().equals(label))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }

        /** The time is the integration user's, which is UTC unless somebody chose another zone. */
        Optional<Instant> writtenAt() {
            try {
                return Optional.of(LocalDateTime.parse(time, JournalReader.TIME).toInstant(ZoneOffset.UTC));
            } catch (DateTimeException otherFormat) {
                return Optional.empty();
            }
        }
    }

    /** An entry with the right words but an unclear or earlier time settles nothing: it may be an older one. */
    static JournalFinding find(String journal, Wanted wanted) {
        List<Entry> same = entries(journal).stream()
                .filter(entry -> JournalReader.sameText(entry.text(), wanted.text()))
                .filter(entry -> entry.label().equals(LABELS.getOrDefault(wanted.element(), entry.label())))
                .toList();
        if (same.isEmpty()) {
            return JournalFinding.ABSENT;
        }
        boolean since = same.stream()
                .flatMap(entry -> entry.writtenAt().stream())
                .anyMatch(time -> !time.isBefore(wanted.from()));
        return since ? JournalFinding.PRESENT : JournalFinding.UNREADABLE;
    }

    /** Newest first, as an instance writes them. */
    static List<Entry> entries(String journal) {
        List<Entry> entries = new ArrayList<>();
        Matcher head = HEAD.matcher(journal);
        boolean more = head.find();
        while (more) {
            String time = head.group(1);
            String author = head.group(2);
            String label = head.group(3);
            int begin = head.end();
            more = head.find();
            entries.add(
                    new Entry(time, author, label, journal.substring(begin, more ? head.start() : journal.length())));
        }
        return entries;
    }
}
