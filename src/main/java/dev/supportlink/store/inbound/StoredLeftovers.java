package dev.supportlink.store.inbound;

import dev.supportlink.inbound.LeftoverRepository;
import dev.supportlink.inbound.Leftovers;
import dev.supportlink.inbound.Leftovers.Kind;
import dev.supportlink.inbound.TokenHash;
import dev.supportlink.store.Sql;
import dev.supportlink.store.Sql.RowReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Finds leftovers in the order of their keys, and passes over rows that somebody holds. Looking and locking are two
 * statements: H2 would lock every row that matches, not only the first few of an order. Plain SQL: there may be millions.
 */
@ApplicationScoped
@Transactional
public class StoredLeftovers implements LeftoverRepository {

    /** Behind every key: they consist of hex digits. */
    private static final String END = "g";

    private static final RowReader<String> KEY = row -> row.getString(1);

    /** Where rows come to their end. What is locked is a stretch of keys: H2 would compare a list with every row of it. */
    private enum Table {
        TOKENS("inbound_token", "mac"),
        PROBES("inbound_probe", "id");

        private final String look;
        private final String lock;
        private final String remove;
        private final String any;

        Table(String name, String key) {
            String select = "select " + key + " from " + name + " where " + key;
            look = select + " > ? and " + key + " < ? and expires_at <= ? order by " + key + " fetch first ? rows only";
            lock = select + " > ? and " + key + " <= ? and expires_at <= ? for update skip locked";
            remove = "delete from " + name + " where " + key + " = ?";
            any = select + " < ? and expires_at <= ? fetch first 1 rows only";
        }
    }

    /** A client whose tokens of earlier generations were revoked. */
    private record Revoked(String connectionId, long generation) {}

    @Inject
    Sql sql;

    @Override
    public Optional<Leftovers> next(Kind kind, String behind, Instant now, int most) {
        return switch (kind) {
            case EXPIRED_TOKENS -> ended(kind, behind, TokenHash.before(now), now, most);
            case EXPIRED_PROBES -> ended(kind, behind, END, now, most);
            case REVOKED_TOKENS -> revoked(most);
        };
    }

    @Override
    public int remove(Leftovers leftovers) {
        List<List<?>> rows = leftovers.ids().stream().<List<?>>map(List::of).toList();
        sql.updateAll(table(leftovers.kind()).remove, rows);
        return rows.size();
    }

    @Override
    public boolean any(Instant now) {
        return isThere(Table.TOKENS, TokenHash.before(now), now)
                || isThere(Table.PROBES, END, now)
                || !purgeable().isEmpty();
    }

    private boolean isThere(Table table, String limit, Instant now) {
        return !sql.query(table.any, List.of(limit, now), KEY).isEmpty();
    }

    /**
     * The key of a token says when it ended; the column says it for those from before their keys did. The lower bound keeps
     * PostgreSQL from walking over the entries of rows that this purge has removed already.
     */
    private Optional<Leftovers> ended(Kind kind, String behind, String limit, Instant now, int most) {
        List<String> found = sql.query(table(kind).look, List.of(behind, limit, now, most), KEY);
        return found.isEmpty() ? Optional.empty() : Optional.of(held(kind, behind, found.get(found.size() - 1), now));
    }

    private Leftovers held(Kind kind, String behind, String last, Instant now) {
        return new Leftovers(kind, sql.query(table(kind).lock, List.of(behind, last, now), KEY), last);
    }

    /** Of the clients whose tokens were revoked, one after the other; one that has none left is not looked at again. */
    private Optional<Leftovers> revoked(int most) {
        for (Revoked client : purgeable()) {
            List<String> held = held(sql.query(
                    "select mac from inbound_token where connection_id = ? and generation < ? fetch first ? rows only",
                    List.of(client.connectionId(), client.generation(), most),
                    KEY));
            if (!held.isEmpty()) {
                return Optional.of(new Leftovers(Kind.REVOKED_TOKENS, held, ""));
            }
            notePurged(client);
        }
        return Optional.empty();
    }

    private List<String> held(List<String> macs) {
        String places = String.join(",", Collections.nCopies(macs.size(), "?"));
        return macs.isEmpty()
                ? macs
                : sql.query(
                        "select mac from inbound_token where mac in (" + places + ") for update skip locked",
                        macs,
                        KEY);
    }

    /** What somebody holds goes at its end all the same. */
    private void notePurged(Revoked client) {
        sql.update(
                "update inbound_identity set purged_generation = ? where connection_id = ? and purged_generation < ?",
                client.generation(),
                client.connectionId(),
                client.generation());
    }

    private List<Revoked> purgeable() {
        return sql.query(
                "select connection_id, generation from inbound_identity where purged_generation < generation"
                        + " order by connection_id",
                List.of(),
                row -> new Revoked(row.getString("connection_id"), row.getLong("generation")));
    }

    private static Table table(Kind kind) {
        return kind == Kind.EXPIRED_PROBES ? Table.PROBES : Table.TOKENS;
    }
}
