package dev.supportlink.store.handover;

import static dev.supportlink.store.Sql.instant;

import dev.supportlink.connection.AdminRole;
import dev.supportlink.handover.HandOver;
import dev.supportlink.platform.text.Word;
import dev.supportlink.secret.KeyedHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a row of {@code hand_over}. */
final class HandOverReading {

    static final String COLUMNS = "h.id, h.revision, h.connection_id, h.admin_role, h.created_at, h.created_by,"
            + " h.expires_at, h.first_used_at, h.first_used_from, h.browser_mac, h.browser_mac_key, h.refused_trades,"
            + " h.last_refused_at, h.last_refused_from, h.finished_at, h.revoked_at";
    static final String SELECT = "select " + COLUMNS + " from hand_over h";

    private HandOverReading() {}

    static HandOver read(ResultSet row) throws SQLException {
        return new HandOver(
                row.getString("id"),
                row.getLong("revision"),
                row.getString("connection_id"),
                Word.parse(AdminRole.class, row.getString("admin_role")).orElseThrow(),
                time(row, "created_at"),
                row.getString("created_by"),
                time(row, "expires_at"),
                firstUse(row),
                refused(row),
                instant(row, "finished_at"),
                instant(row, "revoked_at"));
    }

    private static HandOver.@Nullable FirstUse firstUse(ResultSet row) throws SQLException {
        Instant at = instant(row, "first_used_at");
        return at == null
                ? null
                : new HandOver.FirstUse(
                        at,
                        row.getString("first_used_from"),
                        new KeyedHash(row.getInt("browser_mac_key"), row.getString("browser_mac")));
    }

    private static HandOver.@Nullable Refused refused(ResultSet row) throws SQLException {
        Instant last = instant(row, "last_refused_at");
        return last == null
                ? null
                : new HandOver.Refused(row.getInt("refused_trades"), last, row.getString("last_refused_from"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instant(row, column));
    }
}
