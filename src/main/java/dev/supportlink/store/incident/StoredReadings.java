package dev.supportlink.store.incident;

import dev.supportlink.incident.reading.CopyToRead;
import dev.supportlink.incident.reading.DeliveryCount;
import dev.supportlink.incident.reading.Reading;
import dev.supportlink.incident.reading.ReadingQueue;
import dev.supportlink.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** When copies are to be read again, in the incidents' own rows. */
@ApplicationScoped
@Transactional
public class StoredReadings implements ReadingQueue {

    private static final String READABLE = "select c.id from connection c where c.instance_url is not null and"
            + " c.instance_user_name is not null and c.inbound_mode = 'gateway' and exists (select 1 from incident i"
            + " where i.connection_id = c.id and ";

    private static final String SOME = ") order by c.id fetch first ? rows only";

    private static final String DUE = "select i.sys_id, i.link_sys_id, i.read_version, i.state, i.updated_on,"
            + " i.missing_since, i.mod_count, (select count(*) from delivery d where d.incident_sys_id = i.sys_id) as accepted,"
            + " (select count(*) from delivery d where d.incident_sys_id = i.sys_id and d.state in ('delivered',"
            + " 'dropped')) as settled from incident i where i.connection_id = ? and i.link_origin = ?"
            + " and i.read_due_at < ? order by i.read_due_at, i.sys_id fetch first ? rows only";

    @Inject
    Sql sql;

    @Override
    public boolean anyDue(Instant now) {
        return !connectionsDue(now, 1).isEmpty();
    }

    @Override
    public List<String> connectionsDue(Instant now, int limit) {
        return sql.query(READABLE + "i.read_due_at <= ?" + SOME, List.of(now, limit), row -> row.getString(1));
    }

    @Override
    public List<String> connectionsLinked(int limit) {
        return sql.query(READABLE + "i.link_origin is not null" + SOME, List.of(limit), row -> row.getString(1));
    }

    @Override
    public void hasten(String connectionId, Instant at) {
        sql.update(
                "update incident set read_due_at = ? where connection_id = ? and link_origin is not null",
                at,
                connectionId);
    }

    @Override
    public List<CopyToRead> due(String connectionId, String origin, Instant before, int limit) {
        return sql.query(DUE, List.of(connectionId, origin, before, limit), StoredReadings::copy);
    }

    @Override
    public void note(List<Reading> readings) {
        sql.updateAll(
                "update incident set missing_since = ?,"
                        + " read_version = case when mod_count = ? then cast(? as varchar(100)) end,"
                        + " read_due_at = case when mod_count = ? then cast(? as timestamp with time zone)"
                        + " else cast(? as timestamp with time zone) end where sys_id = ?",
                readings.stream().map(StoredReadings::row).toList());
    }

    /** Lists that hold nulls; {@code List.of} takes none. */
    private static List<?> row(Reading reading) {
        return Arrays.asList(
                reading.missingSince(),
                reading.modCount(),
                reading.version(),
                reading.modCount(),
                reading.nextAt(),
                reading.at(),
                reading.sysId());
    }

    private static CopyToRead copy(ResultSet row) throws SQLException {
        boolean ended = List.of("6", "7", "8").contains(row.getString("state"));
        return new CopyToRead(
                row.getString("sys_id"),
                row.getString("link_sys_id"),
                row.getLong("mod_count"),
                row.getString("read_version"),
                new DeliveryCount(row.getInt("accepted"), row.getInt("settled")),
                ended ? Stamps.read(row.getString("updated_on")) : null,
                Sql.instant(row, "missing_since"));
    }
}
