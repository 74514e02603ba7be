package dev.supportlink.store.handover;

import dev.supportlink.handover.HandOver;
import dev.supportlink.handover.HandOverRepository;
import dev.supportlink.platform.page.PageRequest;
import dev.supportlink.platform.page.Slice;
import dev.supportlink.secret.KeyedHash;
import dev.supportlink.store.NewestFirst;
import dev.supportlink.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hand-overs in the database. Every change is one statement that counts the revision up, so that none is lost. */
@ApplicationScoped
@Transactional
public class StoredHandOvers implements HandOverRepository {

    private static final String CHANGE = "update hand_over set revision = revision + 1, ";
    private static final String ENDED = "(revoked_at is not null and revoked_at <= ? or expires_at <= ?)";

    @Inject
    Sql sql;

    @Override
    public void add(HandOver handOver, KeyedHash token) {
        sql.update(
                "insert into hand_over (id, revision, connection_id, admin_role, token_mac, token_mac_key, created_at,"
                        + " created_by, expires_at, refused_trades, finished_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, cast(? as timestamp with time zone))",
                handOver.id(),
                handOver.revision(),
                handOver.connectionId(),
                handOver.role().word(),
                token.hex(),
                token.keyId(),
                handOver.createdAt(),
                handOver.createdBy(),
                handOver.expiresAt(),
                handOver.finishedAt());
    }

    @Override
    public Optional<HandOver> find(String connectionId, String id) {
        return sql.first(
                HandOverReading.SELECT + " where connection_id = ? and id = ?",
                List.of(connectionId, id),
                HandOverReading::read);
    }

    @Override
    public Optional<HandOver> lockByToken(List<KeyedHash> candidates) {
        return sql.first(
                HandOverReading.SELECT + " where token_mac in (" + places(candidates) + ") for update",
                macs(candidates),
                HandOverReading::read);
    }

    @Override
    public Slice<HandOver> list(String connectionId, PageRequest page) {
        List<Object> arguments = new ArrayList<>(List.of(connectionId));
        String older = "";
        if (page.cursor() != null) {
            NewestFirst last = NewestFirst.read(page.cursor());
            older = " and (created_at < ? or created_at = ? and id < ?)";
            arguments.addAll(List.of(last.time(), last.time(), last.id()));
        }
        List<HandOver> found = sql.query(
                HandOverReading.SELECT + " where connection_id = ?" + older
                        + " order by created_at desc, id desc limit " + (page.limit() + 1),
                arguments,
                HandOverReading::read);
        List<HandOver> shown = found.subList(0, Math.min(page.limit(), found.size()));
        return new Slice<>(shown, found.size() > page.limit() ? cursor(shown.get(shown.size() - 1)) : null);
    }

    @Override
    public List<HandOver> alive(String connectionId, Instant now) {
        return sql.query(
                HandOverReading.SELECT
                        + " where connection_id = ? and revoked_at is null and expires_at > ? order by created_at, id",
                List.of(connectionId, now),
                HandOverReading::read);
    }

    @Override
    public boolean knowsBrowser(List<KeyedHash> candidates) {
        return sql.first(
                        "select id from hand_over where browser_mac in (" + places(candidates) + ") limit 1",
                        macs(candidates),
                        row -> row.getString("id"))
                .isPresent();
    }

    @Override
    public boolean bind(String id, HandOver.FirstUse use) {
        return sql.update(
                        CHANGE + "first_used_at = ?, first_used_from = ?, browser_mac = ?, browser_mac_key = ?"
                                + " where id = ? and browser_mac is null and revoked_at is null",
                        use.at(),
                        use.from(),
                        use.browser().hex(),
                        use.browser().keyId(),
                        id)
                == 1;
    }

    @Override
    public void recordRefusal(String id, Instant at, String from) {
        sql.update(
                CHANGE + "refused_trades = refused_trades + 1, last_refused_at = ?, last_refused_from = ? where id = ?",
                at,
                from,
                id);
    }

    @Override
    public void recordFinish(String id, @Nullable Instant at) {
        sql.update(CHANGE + "finished_at = cast(? as timestamp with time zone) where id = ?", at, id);
    }

    @Override
    public boolean revoke(String id, Instant at) {
        return sql.update(CHANGE + "revoked_at = ? where id = ? and revoked_at is null", at, id) == 1;
    }

    @Override
    public int removeEnded(Instant limit, int most) {
        return sql.update(
                "delete from hand_over where id in (select id from hand_over where " + ENDED
                        + " order by expires_at limit " + most + ")",
                limit,
                limit);
    }

    @Override
    public boolean anyEnded(Instant limit) {
        return sql.first(
                        "select id from hand_over where " + ENDED + " limit 1",
                        List.of(limit, limit),
                        row -> row.getString("id"))
                .isPresent();
    }

    private static String cursor(HandOver last) {
        return new NewestFirst(last.createdAt(), last.id()).cursor();
    }

    static String places(List<KeyedHash> candidates) {
        return String.join(",", Collections.nCopies(candidates.size(), "?"));
    }

    static List<String> macs(List<KeyedHash> candidates) {
        return candidates.stream().map(KeyedHash::hex).toList();
    }
}
