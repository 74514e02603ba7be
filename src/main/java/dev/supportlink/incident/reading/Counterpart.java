package dev.supportlink.incident.reading;

import dev.supportlink.incident.JournalEntry;
import dev.supportlink.incident.RemoteIncident;
import java.util.List;

/** What the instance of a connection has of one incident. */
record Counterpart(String connectionId, RemoteIncident record, List<JournalEntry> journal) {}
