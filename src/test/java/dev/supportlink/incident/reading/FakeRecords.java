package dev.supportlink.incident.reading;

import dev.supportlink.connection.Connection;
import dev.supportlink.incident.JournalEntry;
import dev.supportlink.incident.RemoteIncident;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import dev.supportlink.platform.text.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An instance that is only read: it counts what it is asked, and can be made to fail. */
final class FakeRecords implements InstanceRecords {

    static final Instant WRITTEN_AT = Instant.parse("2026-11-20T09:00:00Z");

    final List<String> calls = new ArrayList<>();
    Runnable whileAsked = () -> {};
    Runnable whileRead = () -> {};

    private final Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    private final Map<String, List<JournalEntry>> journals = new HashMap<>();
    private final Map<String, Kind> failing = new HashMap<>();

    /** A record that began there; answers its sys_id. */
    synchronized String add(Map<String, String> fields) {
        String sysId = Ids.next();
        add(sysId, fields);
        return sysId;
    }

    synchronized void add(String sysId, Map<String, String> fields) {
        Map<String, String> row = new LinkedHashMap<>(Map.of(
                "sys_id", sysId,
                "number", "INC009000" + rows.size(),
                "state", "1",
                "impact", "3",
                "urgency", "3",
                "priority", "5",
                "correlation_id", "",
                "correlation_display", "",
                "sys_updated_on", "2026-11-20 09:00:00",
                "sys_mod_count", "0"));
        row.put("sys_created_on", "2026-11-19 08:00:00");
        row.put("sys_created_by", "abel");
        row.put("sys_updated_by", "abel");
        row.putAll(fields);
        rows.put(sysId, row);
    }

    synchronized void change(String sysId, Map<String, String> fields) {
        Map<String, String> row = rows.get(sysId);
        row.putAll(fields);
        row.put("sys_mod_count", Integer.toString(Integer.parseInt(row.get("sys_mod_count")) + 1));
    }

    synchronized void write(String sysId, String element, String text, String author) {
        journals.computeIfAbsent(sysId, absent -> new ArrayList<>())
                .add(new JournalEntry(element, text, author, WRITTEN_AT));
        change(sysId, Map.of());
    }

    synchronized void delete(String sysId) {
        rows.remove(sysId);
    }

    synchronized void fail(Connection connection, Kind kind) {
        failing.put(connection.id(), kind);
    }

    synchronized void mend(Connection connection) {
        failing.remove(connection.id());
    }

    synchronized long count(String call) {
        return calls.stream().filter(call::equals).count();
    }

    @Override
    public Optional<RemoteIncident> read(Connection connection, String instanceSysId) {
        asked(connection, "read");
        whileRead.run();
        return remote(instanceSysId);
    }

    @Override
    public Map<String, String> versions(Connection connection, List<String> instanceSysIds) {
        asked(connection, "versions");
        Map<String, String> versions = new HashMap<>();
        instanceSysIds.forEach(sysId -> remote(sysId)
                .ifPresent(record -> versions.put(
                        sysId,
                        record.fields().get("sys_updated_on") + " "
                                + record.fields().get("sys_mod_count"))));
        return versions;
    }

    @Override
    public List<RemoteIncident> records(Connection connection, List<String> instanceSysIds) {
        asked(connection, "records");
        List<RemoteIncident> found =
                instanceSysIds.stream().flatMap(sysId -> remote(sysId).stream()).toList();
        whileAsked.run();
        return found;
    }

    @Override
    public synchronized List<JournalEntry> journal(Connection connection, String instanceSysId) {
        asked(connection, "journal");
        return List.copyOf(journals.getOrDefault(instanceSysId, List.of()));
    }

    private synchronized Optional<RemoteIncident> remote(String sysId) {
        return Optional.ofNullable(rows.get(sysId)).map(row -> new RemoteIncident(sysId, row.get("number"), row));
    }

    private synchronized void asked(Connection connection, String call) {
        calls.add(call);
        Kind kind = failing.get(connection.id());
        if (kind != null) {
            throw new UpstreamException("instance", kind, null, "planned " + kind);
        }
    }
}
