package dev.supportlink.incident.reading;

import dev.supportlink.incident.JournalEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the journal entries that the copy lacks, by counting equal ones on both sides: what we delivered is not doubled. */
final class JournalAdditions {

    private record Wording(String element, String text) {}

    private JournalAdditions() {}

    static List<JournalEntry> to(List<JournalEntry> copy, List<JournalEntry> instance) {
        Map<Wording, Integer> known = new HashMap<>();
        copy.forEach(entry -> known.merge(wording(entry), 1, Integer::sum));
        List<JournalEntry> added = new ArrayList<>();
        for (JournalEntry entry : instance) {
            int left = known.merge(wording(entry), -1, Integer::sum);
            if (left < 0 && !entry.text().isBlank()) {
                added.add(entry);
            }
        }
        return added;
    }

    /** Instances trim entries and write line ends their own way. */
    private static Wording wording(JournalEntry entry) {
        return new Wording(entry.element(), entry.text().replace("\r\n", "\n").strip());
    }
}
