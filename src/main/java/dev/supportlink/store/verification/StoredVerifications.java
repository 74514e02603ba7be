package dev.supportlink.store.verification;

import dev.supportlink.platform.page.PageRequest;
import dev.supportlink.platform.page.Slice;
import dev.supportlink.store.NewestFirst;
import dev.supportlink.verification.Lease;
import dev.supportlink.verification.Streak;
import dev.supportlink.verification.Verification;
import dev.supportlink.verification.VerificationRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Verifications in the database. */
@ApplicationScoped
@Transactional
public class StoredVerifications implements VerificationRepository {

    private static final String OF_CONNECTION = "select v from VerificationRow v where v.connectionId = :connection ";
    private static final String NEWEST_FIRST = " order by v.startedAt desc, v.id desc";

    @PersistenceContext(unitName = "supportlink")
    EntityManager entities;

    @Override
    public Optional<Verification> running(String connectionId) {
        return first(select(connectionId, "and v.status = 'running'")).map(VerificationRow::toVerification);
    }

    @Override
    public boolean leased(String id, Instant now) {
        VerificationRow row = entities.find(VerificationRow.class, id);
        return row != null && row.leaseUntil != null && row.leaseUntil.isAfter(now);
    }

    @Override
    public void add(Verification running, Lease lease) {
        VerificationRow row = VerificationRow.of(running);
        row.lease(lease);
        entities.persist(row);
    }

    @Override
    public void takeOver(String id, Lease lease) {
        entities.getReference(VerificationRow.class, id).lease(lease);
    }

    @Override
    public boolean finish(Verification finished, String owner, Streak streak) {
        Optional<VerificationRow> mine = owned(finished.id(), owner);
        mine.ifPresent(row -> row.finish(finished, streak));
        return mine.isPresent();
    }

    @Override
    public void withdraw(String id, String owner) {
        owned(id, owner).ifPresent(entities::remove);
    }

    @Override
    public Optional<Verification> find(String id) {
        return Optional.ofNullable(entities.find(VerificationRow.class, id)).map(VerificationRow::toVerification);
    }

    @Override
    public Optional<Verification> newest(String connectionId) {
        return first(select(connectionId, NEWEST_FIRST)).map(VerificationRow::toVerification);
    }

    @Override
    public Streak lastStreak(String connectionId) {
        return first(select(connectionId, "and v.status <> 'running'" + NEWEST_FIRST))
                .map(VerificationRow::streak)
                .orElse(Streak.NONE);
    }

    @Override
    public Slice<Verification> list(String connectionId, PageRequest page) {
        List<VerificationRow> rows =
                after(page, connectionId).setMaxResults(page.limit() + 1).getResultList();
        List<VerificationRow> shown = rows.subList(0, Math.min(rows.size(), page.limit()));
        String next =
                rows.size() > page.limit() ? place(shown.get(shown.size() - 1)).cursor() : null;
        return new Slice<>(shown.stream().map(VerificationRow::toVerification).toList(), next);
    }

    @Override
    public void keepNewest(String connectionId, int count) {
        select(connectionId, NEWEST_FIRST).setFirstResult(count).getResultList().forEach(entities::remove);
    }

    private TypedQuery<VerificationRow> after(PageRequest page, String connectionId) {
        if (page.cursor() == null) {
            return select(connectionId, NEWEST_FIRST);
        }
        NewestFirst last = NewestFirst.read(page.cursor());
        String older = "and (v.startedAt < :time or v.startedAt = :time and v.id < :id)";
        return select(connectionId, older + NEWEST_FIRST)
                .setParameter("time", last.time())
                .setParameter("id", last.id());
    }

    private TypedQuery<VerificationRow> select(String connectionId, String rest) {
        return entities.createQuery(OF_CONNECTION + rest, VerificationRow.class)
                .setParameter("connection", connectionId);
    }

    private Optional<VerificationRow> owned(String id, String owner) {
        return Optional.ofNullable(entities.find(VerificationRow.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(row -> row.ownedBy(owner));
    }

    private static Optional<VerificationRow> first(TypedQuery<VerificationRow> query) {
        return query.setMaxResults(1).getResultStream().findFirst();
    }

    private static NewestFirst place(VerificationRow row) {
        return new NewestFirst(row.startedAt, row.id);
    }
}
