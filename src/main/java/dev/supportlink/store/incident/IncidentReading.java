package dev.supportlink.store.incident;

import dev.supportlink.incident.Incident;
import dev.supportlink.incident.Incident.Stamp;
import dev.supportlink.incident.IncidentRevision;
import dev.supportlink.incident.InstanceLink;
import dev.supportlink.incident.JournalEntry;
import dev.supportlink.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads incidents with their journals: one in one statement, many in two. Its methods are public, because the container
 * calls others by reflection.
 */
@ApplicationScoped
class IncidentReading {

    private static final String INCIDENT = "select i.sys_id, i.connection_id, i.number, i.mod_count, i.fields,"
            + " i.created_on, i.created_by, i.updated_on, i.updated_by, i.link_origin, i.link_sys_id, i.link_number,"
            + " c.instance_url";
    private static final String NO_ENTRY = ", -1 as place, cast(null as varchar(20)) as element,"
            + " cast(null as varchar(40000)) as content, cast(null as varchar(100)) as author,"
            + " cast(null as timestamp with time zone) as written_at";
    private static final String FROM = " from incident i join connection c on c.id = i.connection_id";

    /** A row for the record and one for each journal entry, which repeats nothing of the record; sorted here. */
    private static final String ENTRY = "select j.incident_sys_id, null, null, 0, null, null, null, null, null, null,"
            + " null, null, null, j.place, j.element, j.content, j.author, j.written_at"
            + " from incident_journal j join incident i on i.sys_id = j.incident_sys_id";

    private static final int MOST_AT_ONCE = 500;

    @Inject
    Sql sql;

    public Optional<Incident> one(String connectionId, String column, String wanted) {
        String where = " where i." + column + " = ? and i.connection_id = ?";
        String text = INCIDENT + NO_ENTRY + FROM + where + " union all " + ENTRY + where;
        List<Incident> found = new ArrayList<>();
        SortedMap<Integer, JournalEntry> journal = new TreeMap<>();
        sql.query(text, List.of(wanted, connectionId, wanted, connectionId), row -> {
            int place = row.getInt("place");
            if (place < 0) {
                found.add(incident(row));
            } else {
                journal.put(place, entry(row));
            }
            return place;
        });
        return found.stream().findFirst().map(incident -> withJournal(incident, List.copyOf(journal.values())));
    }

    public Optional<IncidentRevision> revision(String connectionId, String sysId) {
        return sql.first(
                "select i.mod_count, c.instance_url" + FROM + " where i.sys_id = ? and i.connection_id = ?",
                List.of(sysId, connectionId),
                row -> new IncidentRevision(row.getLong("mod_count"), origin(row.getString("instance_url"))));
    }

    public List<Incident> many(String connectionId, List<String> sysIds) {
        List<Incident> found = new ArrayList<>();
        for (int from = 0; from < sysIds.size(); from += MOST_AT_ONCE) {
            found.addAll(some(connectionId, sysIds.subList(from, Math.min(from + MOST_AT_ONCE, sysIds.size()))));
        }
        return found;
    }

    private List<Incident> some(String connectionId, List<String> sysIds) {
        String marks = String.join(", ", java.util.Collections.nCopies(sysIds.size(), "?"));
        List<Object> arguments = new ArrayList<>(sysIds);
        arguments.add(connectionId);
        Map<String, Incident> found = new HashMap<>();
        sql.query(
                        INCIDENT + FROM + " where i.sys_id in (" + marks + ") and i.connection_id = ?",
                        arguments,
                        IncidentReading::incident)
                .forEach(incident -> found.put(incident.sysId(), incident));
        Map<String, List<JournalEntry>> journals = journals(sysIds, marks);
        return sysIds.stream()
                .flatMap(sysId -> Optional.ofNullable(found.get(sysId)).stream())
                .map(incident -> withJournal(incident, journals.getOrDefault(incident.sysId(), List.of())))
                .toList();
    }

    private Map<String, List<JournalEntry>> journals(List<String> sysIds, String marks) {
        Map<String, List<JournalEntry>> journals = new HashMap<>();
        sql.query(
                "select incident_sys_id, element, content, author, written_at from incident_journal"
                        + " where incident_sys_id in (" + marks + ") order by incident_sys_id, place",
                sysIds,
                row -> journals.computeIfAbsent(row.getString("incident_sys_id"), sysId -> new ArrayList<>())
                        .add(entry(row)));
        return journals;
    }

    private static Incident incident(ResultSet row) throws SQLException {
        return new Incident(
                row.getString("sys_id"),
                row.getString("connection_id"),
                row.getString("number"),
                row.getLong("mod_count"),
                JsonMaps.read(row.getString("fields")),
                new Stamp(Stamps.read(row.getString("created_on")), row.getString("created_by")),
                new Stamp(Stamps.read(row.getString("updated_on")), row.getString("updated_by")),
                List.of(),
                origin(row.getString("instance_url")),
                link(row));
    }

    private static JournalEntry entry(ResultSet row) throws SQLException {
        Instant writtenAt = Sql.instant(row, "written_at");
        return new JournalEntry(
                row.getString("element"),
                row.getString("content"),
                row.getString("author"),
                java.util.Objects.requireNonNull(writtenAt));
    }

    private static @Nullable InstanceLink link(ResultSet row) throws SQLException {
        String origin = row.getString("link_origin");
        return origin == null
                ? null
                : new InstanceLink(origin, row.getString("link_sys_id"), row.getString("link_number"));
    }

    static @Nullable String origin(@Nullable String instanceUrl) {
        return instanceUrl == null ? null : new dev.supportlink.connection.Instance(URI.create(instanceUrl)).origin();
    }

    private static Incident withJournal(Incident incident, List<JournalEntry> journal) {
        return new Incident(
                incident.sysId(),
                incident.connectionId(),
                incident.number(),
                incident.modCount(),
                incident.fields(),
                incident.created(),
                incident.updated(),
                journal,
                incident.instanceOrigin(),
                incident.link());
    }
}
