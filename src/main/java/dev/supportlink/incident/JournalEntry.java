package dev.supportlink.incident;

import java.time.Instant;

/**
 * One comment or work note.
 *
 * @param element {@code comments} or {@code work_notes}
 */
public record JournalEntry(String element, String text, String author, Instant writtenAt) {

    public JournalEntry {
        if (!IncidentFields.isJournal(element)) {
            throw new IllegalArgumentException(element);
        }
    }
}
