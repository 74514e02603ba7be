package dev.supportlink.store.incident;

import dev.supportlink.incident.AcceptedChange;
import dev.supportlink.incident.delivery.Delivery;
import dev.supportlink.incident.delivery.DeliveryState;
import dev.supportlink.incident.delivery.IncidentOverview;
import dev.supportlink.platform.text.Word;
import dev.supportlink.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes deliveries and overviews of rows. */
final class DeliveryReading {

    static final String DELIVERY =
            "select d.id, d.connection_id, d.incident_sys_id, d.place, d.kind, d.content, d.state,"
                    + " d.attempts, d.accepted_at, d.due_at, d.sent_at, d.finished_at, d.reason from delivery d";

    static final String OVERVIEW = "select i.sys_id, i.serial, i.number, i.link_origin, i.link_sys_id, i.link_number,"
            + " i.correlation_id, i.state, i.updated_on, i.missing_since, c.instance_url,"
            + " (select d.state from delivery d where d.incident_sys_id = i.sys_id"
            + " and d.state not in ('delivered', 'dropped') order by d.place fetch first 1 rows only) as delivery_state"
            + " from incident i join connection c on c.id = i.connection_id";

    private DeliveryReading() {}

    static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getString("id"),
                row.getString("connection_id"),
                row.getString("incident_sys_id"),
                row.getInt("place"),
                new AcceptedChange(
                        word(AcceptedChange.Kind.class, row.getString("kind")),
                        JsonMaps.read(row.getString("content"))),
                word(DeliveryState.class, row.getString("state")),
                row.getInt("attempts"),
                instant(row, "accepted_at"),
                instant(row, "due_at"),
                Sql.instant(row, "sent_at"),
                Sql.instant(row, "finished_at"),
                row.getString("reason"));
    }

    static IncidentOverview overview(ResultSet row) throws SQLException {
        boolean linked = isPresent(row.getString("link_origin"), row.getString("instance_url"));
        String open = row.getString("delivery_state");
        return new IncidentOverview(
                row.getString("sys_id"),
                row.getString("number"),
                linked ? row.getString("link_sys_id") : null,
                linked ? row.getString("link_number") : null,
                Objects.requireNonNullElse(row.getString("correlation_id"), ""),
                row.getString("state"),
                open == null ? DeliveryState.DELIVERED : word(DeliveryState.class, open),
                Stamps.read(row.getString("updated_on")),
                linked ? Sql.instant(row, "missing_since") : null);
    }

    /** Whether a link is to the connection's present instance. */
    private static boolean isPresent(@Nullable String linkOrigin, @Nullable String instanceUrl) {
        return linkOrigin != null && linkOrigin.equals(IncidentReading.origin(instanceUrl));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(Sql.instant(row, column));
    }

    private static <E extends Enum<E> & Word> E word(Class<E> type, String stored) {
        return Word.parse(type, stored).orElseThrow(() -> new IllegalStateException("stored word " + stored));
    }
}
