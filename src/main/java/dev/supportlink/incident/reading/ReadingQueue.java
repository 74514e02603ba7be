package dev.supportlink.incident.reading;

import java.time.Instant;
import java.util.List;

/** Which copies are to be held against their counterparts. A copy without a link to the present instance never is. */
public interface ReadingQueue {

    /** Whether any copy of a connection that can be read is due. */
    boolean anyDue(Instant now);

    /** Connections with an instance and a user there that have copies due, in the order of their ids. */
    List<String> connectionsDue(Instant now, int limit);

    /** Connections with an instance and a user there that have copies to read at all, in the order of their ids. */
    List<String> connectionsLinked(int limit);

    /** Makes every linked copy of a connection due. */
    void hasten(String connectionId, Instant at);

    /** Copies that are due before a time, the longest waiting first. */
    List<CopyToRead> due(String connectionId, String origin, Instant before, int limit);

    void note(List<Reading> readings);
}
