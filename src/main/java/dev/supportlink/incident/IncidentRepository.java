package dev.supportlink.incident;

import dev.supportlink.incident.query.IncidentQuery;
import java.util.List;
import java.util.Optional;

/** Keeps incidents. Writes join the caller's transaction; single reads need none and cost one round trip. */
public interface IncidentRepository {

    /** The next number of the sequence, as {@code INC0010001}. */
    String nextNumber();

    /**
     * Stores a new one; {@link CorrelationTaken} when its correlation ID is in use in the connection, or its sys_id in
     * any.
     */
    void add(Incident incident);

    Optional<Incident> find(String connectionId, String sysId);

    /** {@link Incident#revision} of the same one. */
    Optional<IncidentRevision> revision(String connectionId, String sysId);

    Optional<Incident> findByCorrelationId(String connectionId, String correlationId);

    /** Which connection has a copy with this sys_id; for no caller's eyes. */
    Optional<CopyAddress> locate(String sysId);

    /** The copy whose counterpart is this record of an instance, of whatever connection; for no caller's eyes. */
    Optional<CopyAddress> linkedTo(String origin, String instanceSysId);

    /** Like {@link #find}, and keeps other writers of this incident waiting until the transaction ends. */
    Optional<Incident> lock(String connectionId, String sysId);

    /** Stores the fields, the stamps and the journal entries that are new; {@link CorrelationTaken} as above. */
    void save(Incident before, Incident after);

    /** The ids of rows in the query's order, {@code offset} skipped, at most {@code limit}; {@link SearchTooSlow}. */
    List<String> ids(String connectionId, IncidentQuery query, int offset, int limit);

    /** Some rows in the order of their ids here; one that is gone is left out. */
    List<Incident> byIds(String connectionId, List<String> sysIds);

    /** The rows themselves, all in memory. */
    default List<Incident> list(String connectionId, IncidentQuery query, int offset, int limit) {
        return byIds(connectionId, ids(connectionId, query, offset, limit));
    }

    /** How many rows the query has; {@link SearchTooSlow}. */
    long count(String connectionId, IncidentQuery query);

    /** Remembers where the incident's counterpart lies; in a transaction of its own, to survive what comes after. */
    void link(String sysId, InstanceLink link);
}
