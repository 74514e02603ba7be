package dev.supportlink.store.inbound;

import dev.supportlink.connection.InboundMode;
import dev.supportlink.connection.SetupType;
import dev.supportlink.inbound.ClientTerms;
import dev.supportlink.inbound.InboundIdentity;
import dev.supportlink.inbound.InboundSecret;
import dev.supportlink.inbound.KnownClient;
import dev.supportlink.inbound.LiveValue;
import dev.supportlink.inbound.TokenDoor;
import dev.supportlink.platform.text.Word;
import dev.supportlink.secret.KeyedHash;
import dev.supportlink.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads all that a sign-in needs to know of a client at once. Plain SQL: it runs with every request for a token. */
final class ClientReading {

    private static final String CLIENT = "select i.connection_id, i.client_id, i.user_name, i.access_token_seconds,"
            + " i.refresh_token_seconds, i.refresh_rotation, i.client_credentials, i.revision, i.generation,"
            + " c.setup_type, c.inbound_mode, v.id, v.which, v.mac, v.mac_key, v.last_used_at"
            + " from inbound_identity i join connection c on c.id = i.connection_id"
            + " left join inbound_value v on v.connection_id = i.connection_id and v.state in ('current', 'retiring')"
            + " where i.client_id = ?";

    /** One row for each value, or a single one without. */
    private record Row(
            InboundIdentity identity,
            boolean open,
            @Nullable LiveValue value) {}

    private ClientReading() {}

    static Optional<KnownClient> find(Sql sql, String clientId) {
        List<Row> rows = sql.query(CLIENT, List.of(clientId), ClientReading::row);
        return rows.stream().findFirst().map(first -> new KnownClient(first.identity(), values(rows), first.open()));
    }

    private static List<LiveValue> values(List<Row> rows) {
        return rows.stream().map(Row::value).filter(Objects::nonNull).toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        SetupType type =
                Word.parse(SetupType.class, row.getString("setup_type")).orElseThrow();
        InboundMode mode =
                Word.parse(InboundMode.class, row.getString("inbound_mode")).orElseThrow();
        return new Row(identity(row), TokenDoor.isOpen(type, mode), value(row));
    }

    private static InboundIdentity identity(ResultSet row) throws SQLException {
        ClientTerms terms = new ClientTerms(
                Duration.ofSeconds(row.getInt("access_token_seconds")),
                Duration.ofSeconds(row.getInt("refresh_token_seconds")),
                row.getBoolean("refresh_rotation"),
                row.getBoolean("client_credentials"));
        return new InboundIdentity(
                row.getString("connection_id"),
                row.getString("client_id"),
                row.getString("user_name"),
                terms,
                row.getLong("revision"),
                row.getLong("generation"));
    }

    private static @Nullable LiveValue value(ResultSet row) throws SQLException {
        String id = row.getString("id");
        if (id == null) {
            return null;
        }
        return new LiveValue(
                id,
                Word.parse(InboundSecret.class, row.getString("which")).orElseThrow(),
                new KeyedHash(row.getInt("mac_key"), row.getString("mac")),
                Sql.instant(row, "last_used_at"));
    }
}
