package dev.supportlink.incident.delivery;

import dev.supportlink.connection.Connection;
import dev.supportlink.incident.IncidentDestination;
import dev.supportlink.incident.RemoteIncident;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import dev.supportlink.platform.text.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An instance that keeps records and journals, and fails as the test says: before a write, or after it. */
final class FakeInstance implements IncidentDestination {

    record Entry(String element, String text, Instant at) {}

    /** When a planned failure of a write happens. */
    enum Moment {
        BEFORE_SAVING,
        AFTER_SAVING
    }

    private record Fault(Moment moment, UpstreamException failure) {}

    final Map<String, Map<String, String>> records = new LinkedHashMap<>();
    final Map<String, List<Entry>> journals = new HashMap<>();
    final List<String> calls = new ArrayList<>();
    List<String> closeCodes = List.of();
    boolean journalsHidden;
    Runnable duringWrite = () -> {};

    private final Deque<Fault> faults = new ArrayDeque<>();
    private final Clock clock;

    FakeInstance(Clock clock) {
        this.clock = clock;
    }

    void failNextWrite(Moment moment, UpstreamException failure) {
        faults.add(new Fault(moment, failure));
    }

    static UpstreamException failure(Kind kind) {
        return new UpstreamException("instance", kind, null, null, "planned " + kind);
    }

    static UpstreamException throttled(Duration wait) {
        return new UpstreamException("instance", Kind.THROTTLED, null, wait, "planned throttling");
    }

    /** The only record there is. */
    synchronized Map<String, String> onlyRecord() {
        if (records.size() != 1) {
            throw new AssertionError("records: " + records);
        }
        return records.values().iterator().next();
    }

    /** Texts of the only record's journal, in the order written. */
    synchronized List<String> onlyJournal() {
        return journals.getOrDefault(onlyRecord().get("sys_id"), List.of()).stream()
                .map(Entry::text)
                .toList();
    }

    @Override
    public synchronized Optional<RemoteIncident> findByCorrelationId(Connection connection, String correlationId) {
        calls.add("find");
        return records.values().stream()
                .filter(row -> correlationId.equals(row.get("correlation_id")))
                .findFirst()
                .map(FakeInstance::remote);
    }

    @Override
    public synchronized RemoteIncident create(Connection connection, Map<String, String> fields) {
        calls.add("create");
        return write(() -> {
            Map<String, String> row = new LinkedHashMap<>(fields);
            row.put("sys_id", Ids.next());
            row.put("number", "INC000000" + (records.size() + 1));
            records.put(row.get("sys_id"), row);
            return row;
        });
    }

    @Override
    public synchronized RemoteIncident update(Connection connection, String instanceSysId, Map<String, String> fields) {
        calls.add("update " + fields.keySet());
        return write(() -> {
            Map<String, String> row = records.get(instanceSysId);
            if (row == null) {
                throw failure(Kind.NOT_FOUND);
            }
            fields.forEach((name, text) -> store(row, name, text));
            return row;
        });
    }

    @Override
    public synchronized Optional<RemoteIncident> read(Connection connection, String instanceSysId) {
        calls.add("read");
        return Optional.ofNullable(records.get(instanceSysId)).map(FakeInstance::remote);
    }

    @Override
    public synchronized JournalFinding findJournalEntry(
            Connection connection, String instanceSysId, String element, String text, Instant since) {
        calls.add("find entry");
        if (journalsHidden) {
            return JournalFinding.UNREADABLE;
        }
        boolean present = journals.getOrDefault(instanceSysId, List.of()).stream()
                .anyMatch(entry -> entry.element().equals(element)
                        && entry.text().equals(text)
                        && !entry.at().isBefore(since));
        return present ? JournalFinding.PRESENT : JournalFinding.ABSENT;
    }

    @Override
    public List<String> closeCodes(Connection connection) {
        return closeCodes;
    }

    private interface Write {
        Map<String, String> save();
    }

    private RemoteIncident write(Write write) {
        duringWrite.run();
        Fault fault = faults.poll();
        if (fault != null && fault.moment() == Moment.BEFORE_SAVING) {
            throw fault.failure();
        }
        Map<String, String> row = write.save();
        if (fault != null) {
            throw fault.failure();
        }
        return remote(row);
    }

    private void store(Map<String, String> row, String name, String text) {
        if (name.equals("work_notes") || name.equals("comments")) {
            journals.computeIfAbsent(row.get("sys_id"), sysId -> new ArrayList<>())
                    .add(new Entry(name, text, clock.instant()));
        } else {
            row.put(name, text);
        }
    }

    private static RemoteIncident remote(Map<String, String> row) {
        return new RemoteIncident(row.get("sys_id"), row.get("number"), row);
    }
}
