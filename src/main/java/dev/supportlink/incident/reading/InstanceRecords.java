package dev.supportlink.incident.reading;

import dev.supportlink.connection.Connection;
import dev.supportlink.incident.JournalEntry;
import dev.supportlink.incident.RemoteIncident;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The instance as far as it is read. Changes nothing. Every method throws {@link
 * dev.supportlink.platform.problem.UpstreamException}; what is answered is what was asked for, and nothing else.
 */
public interface InstanceRecords {

    /** The record as the user may see it; empty when there is none for this user. */
    Optional<RemoteIncident> read(Connection connection, String instanceSysId);

    /**
     * A text for each record that differs when the record was saved in between, or an empty one where the instance hides
     * what tells; records that it does not show are left out.
     *
     * @param instanceSysIds at most 100
     */
    Map<String, String> versions(Connection connection, List<String> instanceSysIds);

    /** The records themselves, at most 20 at a time; those that the instance does not show are left out. */
    List<RemoteIncident> records(Connection connection, List<String> instanceSysIds);

    /** The newest comments and work notes, oldest first; none where they cannot be read. */
    List<JournalEntry> journal(Connection connection, String instanceSysId);
}
