package dev.supportlink.store.incident;

import dev.supportlink.incident.AcceptedChange;
import dev.supportlink.incident.Incident;
import dev.supportlink.incident.delivery.Claim;
import dev.supportlink.incident.delivery.Delivery;
import dev.supportlink.incident.delivery.DeliveryQueue;
import dev.supportlink.incident.delivery.DeliveryResult;
import dev.supportlink.incident.delivery.DeliveryState;
import dev.supportlink.incident.delivery.IncidentOverview;
import dev.supportlink.platform.page.PageRequest;
import dev.supportlink.platform.page.Slice;
import dev.supportlink.platform.problem.InvalidInput;
import dev.supportlink.platform.text.Ids;
import dev.supportlink.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Deliveries in the database; a claim is a lease on a row. */
@ApplicationScoped
@Transactional
public class StoredDeliveries implements DeliveryQueue {

    private static final int LONGEST_REASON = 1_000;

    /** First of its incident, and due: pending, or held only until the connection has an instance and a user there. */
    private static final String DUE = "select d.id from delivery d where (d.state = 'pending' or d.state = 'held' and"
            + " d.held_for = 'no-instance') and d.due_at <= ? and (d.lease_end is null or d.lease_end <= ?) and exists"
            + " (select 1 from connection c where c.id = d.connection_id and c.instance_user_name is not null) and not"
            + " exists (select 1 from delivery e where e.incident_sys_id = d.incident_sys_id and e.place < d.place and"
            + " e.state not in ('delivered', 'dropped'))";

    private static final String CLAIMABLE = DUE
            + " and (select count(*) from delivery l where l.connection_id = d.connection_id and l.lease_end > ?) < ?"
            + " order by d.due_at, d.place fetch first 1 rows only for update skip locked";

    @Inject
    Sql sql;

    @Override
    public void add(Incident incident, List<AcceptedChange> changes, Instant at) {
        int place = sql.first(
                        "select coalesce(max(place), 0) from delivery where incident_sys_id = ?",
                        List.of(incident.sysId()),
                        row -> row.getInt(1))
                .orElseThrow();
        List<List<?>> rows = new ArrayList<>();
        for (AcceptedChange change : changes) {
            place++;
            rows.add(List.of(
                    Ids.next(),
                    incident.sysId(),
                    place,
                    change.kind().word(),
                    JsonMaps.write(change.content()),
                    at,
                    at,
                    incident.connectionId()));
        }
        sql.updateAll(
                "insert into delivery (id, connection_id, incident_sys_id, place, kind, content, state, held_for,"
                        + " attempts, accepted_at, due_at)"
                        + " select ?, c.id, ?, ?, ?, ?,"
                        + " case when c.instance_url is null then 'held' else 'pending' end,"
                        + " case when c.instance_url is null then 'no-instance' end, 0, ?, ?"
                        + " from connection c where c.id = ?",
                rows);
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<Claim> claim(Instant now, Instant leaseEnd, int mostPerConnection) {
        return sql.first(CLAIMABLE, List.of(now, now, now, mostPerConnection), row -> row.getString(1))
                .flatMap(id -> lease(id, now, leaseEnd));
    }

    @Override
    public boolean anyDue(Instant now) {
        return sql.first(DUE + " fetch first 1 rows only", List.of(now, now), row -> row.getString(1))
                .isPresent();
    }

    /** The condition once more: between look and lock the row may have become another's. */
    private Optional<Claim> lease(String id, Instant now, Instant leaseEnd) {
        String token = Ids.next();
        int leased = sql.update(
                "update delivery set lease_token = ?, lease_end = ?, attempts = attempts + 1, state = 'pending',"
                        + " held_for = null where id = ? and (lease_end is null or lease_end <= ?)"
                        + " and (state = 'pending' or state = 'held' and held_for = 'no-instance')",
                token,
                leaseEnd,
                id,
                now);
        return leased == 0
                ? Optional.empty()
                : sql.first(DeliveryReading.DELIVERY + " where d.id = ?", List.of(id), DeliveryReading::delivery)
                        .map(delivery -> new Claim(delivery, token));
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public boolean renew(Claim claim, Instant leaseEnd) {
        return sql.update(
                        "update delivery set lease_end = ? where id = ? and lease_token = ?",
                        leaseEnd,
                        claim.delivery().id(),
                        claim.token())
                == 1;
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public boolean markSent(Claim claim, Instant now, Instant leaseEnd) {
        return sql.update(
                        "update delivery set sent_at = coalesce(sent_at, ?), lease_end = ?"
                                + " where id = ? and lease_token = ?",
                        now,
                        leaseEnd,
                        claim.delivery().id(),
                        claim.token())
                == 1;
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void clearSent(Claim claim) {
        sql.update(
                "update delivery set sent_at = null where id = ? and lease_token = ?",
                claim.delivery().id(),
                claim.token());
    }

    @Override
    public boolean record(Claim claim, DeliveryResult result, Instant now) {
        if (result instanceof DeliveryResult.Delivered) {
            return settle(claim, DeliveryState.DELIVERED, now, null);
        } else if (result instanceof DeliveryResult.Failed failed) {
            return settle(claim, DeliveryState.FAILED, now, failed.reason());
        } else if (result instanceof DeliveryResult.Unclear unclear) {
            return settle(claim, DeliveryState.NEEDS_ATTENTION, now, unclear.reason());
        } else if (result instanceof DeliveryResult.Postponed postponed) {
            return store(claim, DeliveryState.PENDING, null, postponed.until(), null, postponed.reason());
        } else if (result instanceof DeliveryResult.NoInstance) {
            return store(claim, DeliveryState.HELD, "no-instance", now, null, null);
        }
        return false;
    }

    private boolean settle(Claim claim, DeliveryState state, Instant now, @Nullable String reason) {
        return store(claim, state, null, now, now, reason);
    }

    private boolean store(
            Claim claim,
            DeliveryState state,
            @Nullable String heldFor,
            Instant dueAt,
            @Nullable Instant finishedAt,
            @Nullable String reason) {
        return sql.update(
                        "update delivery set state = ?, held_for = ?, due_at = ?, finished_at = ?, reason = ?,"
                                + " lease_token = null, lease_end = null where id = ? and lease_token = ?",
                        state.word(),
                        heldFor,
                        dueAt,
                        finishedAt,
                        shortened(reason),
                        claim.delivery().id(),
                        claim.token())
                == 1;
    }

    @Override
    public Optional<Instant> sameEntryDeliveredAt(Delivery journalEntry) {
        return of(journalEntry.connectionId(), journalEntry.incidentSysId()).stream()
                .filter(earlier -> earlier.place() < journalEntry.place())
                .filter(earlier -> earlier.state() == DeliveryState.DELIVERED)
                .filter(earlier -> earlier.change().equals(journalEntry.change()))
                .flatMap(earlier -> Optional.ofNullable(earlier.finishedAt()).stream())
                .reduce((first, last) -> last);
    }

    @Override
    public List<Delivery> of(String connectionId, String incidentSysId) {
        return sql.query(
                DeliveryReading.DELIVERY + " where d.connection_id = ? and d.incident_sys_id = ? order by d.place",
                List.of(connectionId, incidentSysId),
                DeliveryReading::delivery);
    }

    @Override
    public Optional<Delivery> lock(String connectionId, String incidentSysId, String deliveryId) {
        return sql.first(
                DeliveryReading.DELIVERY
                        + " where d.connection_id = ? and d.incident_sys_id = ? and d.id = ? for update",
                List.of(connectionId, incidentSysId, deliveryId),
                DeliveryReading::delivery);
    }

    @Override
    public void move(Delivery delivery, DeliveryState state, Instant now) {
        sql.update(
                "update delivery set state = ?, held_for = null, due_at = ?, attempts = 0, sent_at = null,"
                        + " finished_at = ?, lease_token = null, lease_end = null, reason = null where id = ?",
                state.word(),
                now,
                state.open() ? null : now,
                delivery.id());
    }

    @Override
    public void holdAll(String connectionId) {
        sql.update(
                "update delivery set state = 'held', held_for = 'new-target', sent_at = null, lease_token = null,"
                        + " lease_end = null, reason = 'The instance of the connection was changed after this was"
                        + " accepted. Release it to the present instance, or drop it.'"
                        + " where connection_id = ? and state not in ('delivered', 'dropped')",
                connectionId);
    }

    @Override
    public void hasten(String connectionId, Instant now) {
        sql.update(
                "update delivery set due_at = ? where connection_id = ? and state = 'pending' and due_at > ?",
                now,
                connectionId,
                now);
    }

    @Override
    public long countOpen(String connectionId) {
        return sql.first(
                        "select count(*) from delivery where connection_id = ? and state not in ('delivered',"
                                + " 'dropped')",
                        List.of(connectionId),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    @Override
    public long count(String connectionId, DeliveryState state) {
        return sql.first(
                        "select count(*) from delivery where connection_id = ? and state = ?",
                        List.of(connectionId, state.word()),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    @Override
    public Slice<IncidentOverview> overview(String connectionId, PageRequest page) {
        long before = page.cursor() == null ? Long.MAX_VALUE : serial(page.cursor());
        List<Long> serials = new ArrayList<>();
        List<IncidentOverview> rows = sql.query(
                DeliveryReading.OVERVIEW
                        + " where i.connection_id = ? and i.serial < ? order by i.serial desc fetch first ? rows only",
                List.of(connectionId, before, page.limit() + 1),
                row -> {
                    serials.add(row.getLong("serial"));
                    return DeliveryReading.overview(row);
                });
        boolean more = rows.size() > page.limit();
        return more
                ? new Slice<>(rows.subList(0, page.limit()), Long.toString(serials.get(page.limit() - 1)))
                : new Slice<>(rows, null);
    }

    @Override
    public Optional<IncidentOverview> overviewOf(String connectionId, String incidentSysId) {
        return sql.first(
                DeliveryReading.OVERVIEW + " where i.connection_id = ? and i.sys_id = ?",
                List.of(connectionId, incidentSysId),
                DeliveryReading::overview);
    }

    private static long serial(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException wrong) {
            throw new InvalidInput("cursor", "must be the nextCursor of an earlier answer");
        }
    }

    private static @Nullable String shortened(@Nullable String reason) {
        return reason == null || reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }
}
