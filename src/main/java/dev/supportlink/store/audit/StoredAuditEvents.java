package dev.supportlink.store.audit;

import dev.supportlink.audit.AuditEvent;
import dev.supportlink.audit.AuditEventRepository;
import dev.supportlink.audit.AuditFilter;
import dev.supportlink.platform.page.PageRequest;
import dev.supportlink.platform.page.Slice;
import dev.supportlink.platform.problem.InvalidInput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Audit events in the database; the cursor is the id of the last event shown. */
@ApplicationScoped
@Transactional
public class StoredAuditEvents implements AuditEventRepository {

    @PersistenceContext(unitName = "supportlink")
    EntityManager entities;

    @Override
    public void add(AuditEvent event) {
        entities.persist(AuditEventRow.of(event));
    }

    @Override
    public Slice<AuditEvent> list(AuditFilter filter, PageRequest page) {
        CriteriaBuilder builder = entities.getCriteriaBuilder();
        CriteriaQuery<AuditEventRow> query = builder.createQuery(AuditEventRow.class);
        Root<AuditEventRow> row = query.from(AuditEventRow.class);
        query.where(conditions(builder, row, filter, page.cursor()).toArray(Predicate[]::new))
                .orderBy(builder.desc(row.get("id")));
        List<AuditEventRow> rows =
                entities.createQuery(query).setMaxResults(page.limit() + 1).getResultList();
        return slice(rows, page.limit());
    }

    private static List<Predicate> conditions(
            CriteriaBuilder builder, Root<AuditEventRow> row, AuditFilter filter, @Nullable String cursor) {
        List<Predicate> all = new ArrayList<>();
        if (filter.connectionId() != null) {
            all.add(builder.equal(row.get("connectionId"), filter.connectionId()));
        }
        if (filter.actor() != null) {
            all.add(builder.equal(row.get("actor"), filter.actor()));
        }
        if (filter.action() != null) {
            all.add(builder.equal(row.get("action"), filter.action()));
        }
        if (filter.since() != null) {
            all.add(builder.greaterThanOrEqualTo(row.get("at"), filter.since()));
        }
        if (cursor != null) {
            all.add(builder.lessThan(row.get("id"), idOf(cursor)));
        }
        return all;
    }

    private static Slice<AuditEvent> slice(List<AuditEventRow> rows, int limit) {
        List<AuditEvent> events =
                rows.stream().limit(limit).map(AuditEventRow::toEvent).toList();
        String next = rows.size() > limit ? events.get(limit - 1).id() : null;
        return new Slice<>(events, next);
    }

    private static Long idOf(String cursor) {
        try {
            return Long.valueOf(cursor);
        } catch (NumberFormatException wrong) {
            throw new InvalidInput("cursor", "must be the nextCursor of an earlier answer");
        }
    }
}
