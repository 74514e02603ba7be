package dev.supportlink.store.incident;

import dev.supportlink.incident.CopyAddress;
import dev.supportlink.incident.CorrelationTaken;
import dev.supportlink.incident.Incident;
import dev.supportlink.incident.IncidentFields;
import dev.supportlink.incident.IncidentRepository;
import dev.supportlink.incident.IncidentRevision;
import dev.supportlink.incident.InstanceLink;
import dev.supportlink.incident.JournalEntry;
import dev.supportlink.incident.SearchTooSlow;
import dev.supportlink.incident.query.IncidentQuery;
import dev.supportlink.store.Sql;
import dev.supportlink.store.Sql.RowReader;
import dev.supportlink.store.StoreFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Incidents in the database. The record is one JSON text; what can be searched lies beside it. */
@ApplicationScoped
public class StoredIncidents implements IncidentRepository {

    /** Fields that have a column of their own. */
    private static final Set<String> IN_COLUMNS =
            Set.of(IncidentFields.STATE, IncidentFields.CORRELATION_ID, IncidentFields.PRIORITY);

    /** Whatever time it is, the next look at the counterpart is due. */
    static final Instant AT_ONCE = Instant.parse("2000-01-01T00:00:00Z");

    Duration longestSearch = Duration.ofSeconds(10);

    @Inject
    Sql sql;

    @Inject
    IncidentReading reading;

    @Override
    @Transactional
    public String nextNumber() {
        long next = sql.first("select nextval('incident_number')", List.of(), row -> row.getLong(1))
                .orElseThrow();
        return String.format(Locale.ROOT, "INC%07d", next);
    }

    @Override
    @Transactional
    public void add(Incident incident) {
        refusingTaken(() -> sql.update(
                "insert into incident (sys_id, connection_id, number, mod_count, state, priority, correlation_id, fields,"
                        + " created_on, created_by, updated_on, updated_by, link_origin, link_sys_id, link_number,"
                        + " read_due_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                incident.sysId(),
                incident.connectionId(),
                incident.number(),
                incident.modCount(),
                incident.state(),
                incident.priority(),
                correlation(incident),
                JsonMaps.write(incident.fields()),
                Stamps.write(incident.created().at()),
                incident.created().by(),
                Stamps.write(incident.updated().at()),
                incident.updated().by(),
                linked(incident, InstanceLink::origin),
                linked(incident, InstanceLink::sysId),
                linked(incident, InstanceLink::number),
                linked(incident, link -> AT_ONCE)));
        addFields(incident, Map.of());
        addEntries(incident, 0);
    }

    @Override
    public Optional<Incident> find(String connectionId, String sysId) {
        return reading.one(connectionId, "sys_id", sysId);
    }

    @Override
    public Optional<IncidentRevision> revision(String connectionId, String sysId) {
        return reading.revision(connectionId, sysId);
    }

    @Override
    public Optional<Incident> findByCorrelationId(String connectionId, String correlationId) {
        return reading.one(connectionId, "correlation_id", correlationId);
    }

    @Override
    public Optional<CopyAddress> locate(String sysId) {
        return sql.first(
                "select connection_id, sys_id from incident where sys_id = ?",
                List.of(sysId),
                StoredIncidents::address);
    }

    @Override
    public Optional<CopyAddress> linkedTo(String origin, String instanceSysId) {
        return sql.first(
                "select connection_id, sys_id from incident where link_sys_id = ? and link_origin = ? order by serial",
                List.of(instanceSysId, origin),
                StoredIncidents::address);
    }

    @Override
    @Transactional
    public Optional<Incident> lock(String connectionId, String sysId) {
        sql.query(
                "select sys_id from incident where sys_id = ? and connection_id = ? for update",
                List.of(sysId, connectionId),
                row -> row.getString(1));
        return find(connectionId, sysId);
    }

    @Override
    @Transactional
    public void save(Incident before, Incident after) {
        refusingTaken(() -> sql.update(
                "update incident set mod_count = ?, state = ?, priority = ?, correlation_id = ?, fields = ?,"
                        + " updated_on = ?, updated_by = ?,"
                        + " read_due_at = case when link_origin is null then read_due_at else cast(? as timestamp with"
                        + " time zone) end where sys_id = ?",
                after.modCount(),
                after.state(),
                after.priority(),
                correlation(after),
                JsonMaps.write(after.fields()),
                Stamps.write(after.updated().at()),
                after.updated().by(),
                AT_ONCE,
                after.sysId()));
        removeFields(before, after);
        addFields(after, before.fields());
        addEntries(after, before.journal().size());
    }

    @Override
    public List<String> ids(String connectionId, IncidentQuery query, int offset, int limit) {
        QuerySql translated = new QuerySql(sql.binaryOrder());
        String text = "select i.sys_id from incident i where " + translated.where(connectionId, query) + " order by "
                + translated.orderBy(query) + " offset ? rows fetch first ? rows only";
        List<Object> arguments = new ArrayList<>(translated.arguments());
        arguments.add(offset);
        arguments.add(limit);
        return searched(text, arguments, row -> row.getString(1));
    }

    @Override
    public List<Incident> byIds(String connectionId, List<String> sysIds) {
        return reading.many(connectionId, sysIds);
    }

    @Override
    public long count(String connectionId, IncidentQuery query) {
        QuerySql translated = new QuerySql(sql.binaryOrder());
        String where = translated.where(connectionId, query);
        return searched("select count(*) from incident i where " + where, translated.arguments(), row -> row.getLong(1))
                .get(0);
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void link(String sysId, InstanceLink link) {
        sql.update(
                "update incident set link_origin = ?, link_sys_id = ?, link_number = ?, read_version = null,"
                        + " missing_since = null, read_due_at = ? where sys_id = ?",
                link.origin(),
                link.sysId(),
                link.number(),
                AT_ONCE,
                sysId);
    }

    private <T> List<T> searched(String text, List<?> arguments, RowReader<T> reader) {
        try {
            return sql.queryWithin(longestSearch, text, arguments, reader);
        } catch (StoreFailure failure) {
            throw failure.wasStopped() ? new SearchTooSlow(longestSearch) : failure;
        }
    }

    private void removeFields(Incident before, Incident after) {
        List<List<?>> gone = new ArrayList<>();
        before.fields().forEach((name, content) -> {
            if (!content.equals(after.fields().get(name))) {
                gone.add(List.of(before.sysId(), name));
            }
        });
        sql.updateAll("delete from incident_field where incident_sys_id = ? and name = ?", gone);
    }

    private void addFields(Incident incident, Map<String, String> known) {
        List<List<?>> added = new ArrayList<>();
        incident.fields().forEach((name, content) -> {
            if (!IN_COLUMNS.contains(name) && !content.equals(known.get(name))) {
                added.add(List.of(incident.sysId(), name, content));
            }
        });
        sql.updateAll("insert into incident_field (incident_sys_id, name, content) values (?, ?, ?)", added);
    }

    private void addEntries(Incident incident, int known) {
        List<List<?>> added = new ArrayList<>();
        for (int place = known; place < incident.journal().size(); place++) {
            JournalEntry entry = incident.journal().get(place);
            added.add(
                    List.of(incident.sysId(), place, entry.element(), entry.text(), entry.author(), entry.writtenAt()));
        }
        sql.updateAll(
                "insert into incident_journal (incident_sys_id, place, element, content, author, written_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                added);
    }

    private static CopyAddress address(ResultSet row) throws SQLException {
        return new CopyAddress(row.getString("connection_id"), row.getString("sys_id"));
    }

    private static <T> @Nullable T linked(Incident incident, Function<InstanceLink, T> part) {
        InstanceLink link = incident.link();
        return link == null ? null : part.apply(link);
    }

    private static @Nullable String correlation(Incident incident) {
        String correlationId = incident.field(IncidentFields.CORRELATION_ID);
        return correlationId.isEmpty() ? null : correlationId;
    }

    private static void refusingTaken(Runnable write) {
        try {
            write.run();
        } catch (StoreFailure failure) {
            throw failure.isNotUnique() ? new CorrelationTaken() : failure;
        }
    }
}
