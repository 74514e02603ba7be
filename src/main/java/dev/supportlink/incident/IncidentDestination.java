package dev.supportlink.incident;

import dev.supportlink.connection.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The instance as deliveries see it. One call is one attempt: nothing that changes something is repeated inside. Every
 * method throws {@link dev.supportlink.platform.problem.UpstreamException}; kind UNAVAILABLE after a write may
 * mean that the change was saved and the answer lost.
 */
public interface IncidentDestination {

    /** The one row whose {@code correlation_id} is really this; MALFORMED when several rows carry it. */
    Optional<RemoteIncident> findByCorrelationId(Connection connection, String correlationId);

    RemoteIncident create(Connection connection, Map<String, String> fields);

    RemoteIncident update(Connection connection, String instanceSysId, Map<String, String> fields);

    Optional<RemoteIncident> read(Connection connection, String instanceSysId);

    /** Whether a journal entry with exactly this text was written to {@code element} at or after {@code since}. */
    JournalFinding findJournalEntry(
            Connection connection, String instanceSysId, String element, String text, Instant since);

    /** The instance's values for {@code close_code}; empty where they cannot be read. */
    List<String> closeCodes(Connection connection);

    /** What a look for a journal entry came to. */
    enum JournalFinding {
        PRESENT,
        ABSENT,
        UNREADABLE
    }
}
