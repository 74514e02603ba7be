package dev.supportlink.incident.reading;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.ConnectionRepository;
import dev.supportlink.connection.Instance;
import dev.supportlink.incident.InstanceLink;
import dev.supportlink.incident.RemoteIncident;
import dev.supportlink.incident.reading.ConnectionReading.End;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Brings the copies of one connection up to date. It asks for the versions of many counterparts at once and reads only
 * those that have changed: comparing versions for equality loses no change, whatever the clocks and time zones say.
 */
@ApplicationScoped
public class CopyRefresher {

    private static final System.Logger LOG = System.getLogger(CopyRefresher.class.getName());
    private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");
    private static final int VERSIONS_AT_ONCE = 100;
    private static final int RECORDS_AT_ONCE = 20;

    /** More wait for the next run, so that one connection does not keep the others waiting. */
    private static final int MOST_AT_ONCE = 5_000;

    @Inject
    ConnectionRepository connections;

    @Inject
    ReadingQueue queue;

    @Inject
    InstanceRecords records;

    @Inject
    CopyLedger ledger;

    @Inject
    NextReading next;

    @Inject
    Clock clock;

    /** Looks at everything, due or not. */
    @Transactional(TxType.NOT_SUPPORTED)
    public ConnectionReading refreshAll(String connectionId, Instant begunAt) {
        queue.hasten(connectionId, LONG_AGO);
        return refresh(connectionId, begunAt);
    }

    /** Looks at everything that is due before the run began. Failures of the connection are part of the result. */
    @Transactional(TxType.NOT_SUPPORTED)
    public ConnectionReading refresh(String connectionId, Instant begunAt) {
        ConnectionReading reading = new ConnectionReading(End.COMPLETE, 0, 0, 0);
        Connection connection = connections.find(connectionId).orElse(null);
        if (connection == null || connection.instance() == null || !connection.servesCallers()) {
            return reading.ending(End.SKIPPED);
        }
        try {
            List<CopyToRead> due = due(connection, begunAt);
            while (!due.isEmpty() && reading.copies() < MOST_AT_ONCE) {
                reading = refresh(connection, due, reading);
                due = due(connection, begunAt);
            }
            return reading;
        } catch (UpstreamException failure) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0}: incidents could not be read: {1}: {2}",
                    connectionId,
                    failure.kind(),
                    failure.getMessage());
            return reading.ending(failure.kind() == Kind.UNAUTHENTICATED ? End.REFUSED : End.UNREACHABLE);
        } catch (RuntimeException bug) {
            // One connection that nobody foresaw must not keep all others from being read.
            LOG.log(System.Logger.Level.ERROR, connectionId + ": reading incidents stopped unexpectedly", bug);
            return reading.ending(End.STOPPED);
        }
    }

    private List<CopyToRead> due(Connection connection, Instant begunAt) {
        return queue.due(connection.id(), origin(connection), begunAt, VERSIONS_AT_ONCE);
    }

    private ConnectionReading refresh(Connection connection, List<CopyToRead> due, ConnectionReading before) {
        Map<String, String> versions = records.versions(
                connection, due.stream().map(CopyToRead::instanceSysId).toList());
        List<CopyToRead> changed = due.stream()
                .filter(copy -> versions.containsKey(copy.instanceSysId()))
                .filter(copy -> mayHaveChanged(copy, versions.getOrDefault(copy.instanceSysId(), "")))
                .toList();
        List<CopyToRead> missing = due.stream()
                .filter(copy -> !versions.containsKey(copy.instanceSysId()))
                .toList();
        noteUnchanged(due, changed, missing);
        noteMissing(connection, missing);
        int taken = 0;
        for (int from = 0; from < changed.size(); from += RECORDS_AT_ONCE) {
            List<CopyToRead> some = changed.subList(from, Math.min(from + RECORDS_AT_ONCE, changed.size()));
            taken += takeOver(connection, some, versions);
        }
        return before.plus(due.size(), taken, missing.size());
    }

    private static boolean mayHaveChanged(CopyToRead copy, String version) {
        return version.isEmpty() || !version.equals(copy.version()) || copy.missingSince() != null;
    }

    private void noteUnchanged(List<CopyToRead> due, List<CopyToRead> changed, List<CopyToRead> missing) {
        Instant now = clock.instant();
        queue.note(due.stream()
                .filter(copy -> !changed.contains(copy) && !missing.contains(copy))
                .map(copy ->
                        new Reading(copy.sysId(), copy.modCount(), now, copy.version(), next.after(copy, now), null))
                .toList());
    }

    /** The copy stays: what was accepted is not forgotten because somebody deletes or hides it there. */
    private void noteMissing(Connection connection, List<CopyToRead> missing) {
        Instant now = clock.instant();
        missing.stream()
                .filter(copy -> copy.missingSince() == null)
                .forEach(copy -> LOG.log(
                        System.Logger.Level.WARNING,
                        "{0}: the instance does not show incident {1} any more",
                        connection.id(),
                        copy.sysId()));
        queue.note(missing.stream()
                .map(copy -> new Reading(
                        copy.sysId(),
                        copy.modCount(),
                        now,
                        null,
                        next.afterMissing(copy, now),
                        Optional.ofNullable(copy.missingSince()).orElse(now)))
                .toList());
    }

    private int takeOver(Connection connection, List<CopyToRead> copies, Map<String, String> versions) {
        Map<String, RemoteIncident> found =
                records
                        .records(
                                connection,
                                copies.stream().map(CopyToRead::instanceSysId).toList())
                        .stream()
                        .collect(Collectors.toMap(RemoteIncident::sysId, record -> record, (one, same) -> one));
        List<Reading> readings = new ArrayList<>();
        int changed = 0;
        for (CopyToRead copy : copies) {
            Instant now = clock.instant();
            Optional<Refreshed> refreshed = Optional.ofNullable(found.get(copy.instanceSysId()))
                    .flatMap(record -> refresh(connection, copy, record));
            boolean whole = refreshed.filter(Refreshed::whole).isPresent();
            boolean unchanged = refreshed.filter(one -> !one.changed()).isPresent();
            changed += refreshed.filter(Refreshed::changed).isPresent() ? 1 : 0;
            readings.add(new Reading(
                    copy.sysId(),
                    refreshed.map(Refreshed::modCount).orElse(copy.modCount()),
                    now,
                    whole ? versions.get(copy.instanceSysId()) : null,
                    unchanged ? next.after(copy, now) : next.soon(now),
                    null));
        }
        queue.note(readings);
        return changed;
    }

    private Optional<Refreshed> refresh(Connection connection, CopyToRead copy, RemoteIncident record) {
        InstanceLink link = new InstanceLink(origin(connection), record.sysId(), record.number());
        Counterpart counterpart = new Counterpart(connection.id(), record, records.journal(connection, record.sysId()));
        return ledger.refresh(copy, link, counterpart);
    }

    private static String origin(Connection connection) {
        Instance instance = connection.instance();
        return Objects.requireNonNull(instance).origin();
    }
}
