package dev.supportlink.store.inbound;

import dev.supportlink.inbound.LeftoverRepository;
import dev.supportlink.inbound.Leftovers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Finds leftovers by the indexes on their ends, and passes over rows that somebody holds. Looking and locking are two
 * statements: H2 would lock every row that matches, not only the first few of an order.
 */
@ApplicationScoped
@Transactional
public class StoredLeftovers implements LeftoverRepository {

    private static final String TOKENS = "select r.mac, r.expiresAt from TokenRow r";
    private static final String PROBES = "select r.id, r.expiresAt from ProbeRow r";

    @PersistenceContext(unitName = "supportlink")
    EntityManager entities;

    @Override
    public Optional<Leftovers> next(Leftovers.Kind kind, Instant from, Instant now, int most) {
        return switch (kind) {
            case EXPIRED_TOKENS, EXPIRED_PROBES -> held(kind, ended(kind, from, now, most));
            case REVOKED_TOKENS -> revoked(most);
        };
    }

    @Override
    public int remove(Leftovers leftovers) {
        String row = leftovers.kind() == Leftovers.Kind.EXPIRED_PROBES
                ? "ProbeRow r where r.id in :ids"
                : "TokenRow r where r.mac in :ids";
        return leftovers.ids().isEmpty()
                ? 0
                : entities.createQuery("delete from " + row)
                        .setParameter("ids", leftovers.ids())
                        .executeUpdate();
    }

    @Override
    public boolean any(Instant now) {
        return anyEnded("TokenRow", now)
                || anyEnded("ProbeRow", now)
                || !purgeable().isEmpty();
    }

    private boolean anyEnded(String row, Instant now) {
        return !entities.createQuery(
                        "select r.expiresAt from " + row + " r where r.expiresAt <= :now order by r.expiresAt",
                        Instant.class)
                .setParameter("now", now)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** The lower bound keeps PostgreSQL from walking over the entries of rows that this purge has removed already. */
    private List<Object[]> ended(Leftovers.Kind kind, Instant from, Instant now, int most) {
        String rows = kind == Leftovers.Kind.EXPIRED_TOKENS ? TOKENS : PROBES;
        return entities.createQuery(
                        rows + " where r.expiresAt >= :from and r.expiresAt <= :now order by r.expiresAt",
                        Object[].class)
                .setParameter("from", from)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    /** Of the clients whose tokens were revoked, one after the other; one that has none left is not looked at again. */
    private Optional<Leftovers> revoked(int most) {
        for (IdentityRow identity : purgeable()) {
            List<Object[]> found = entities.createQuery(
                            TOKENS + " where r.connectionId = :id and r.generation < :generation", Object[].class)
                    .setParameter("id", identity.connectionId)
                    .setParameter("generation", identity.generation)
                    .setMaxResults(most)
                    .getResultList();
            Optional<Leftovers> held = held(Leftovers.Kind.REVOKED_TOKENS, found);
            if (held.filter(leftovers -> !leftovers.ids().isEmpty()).isPresent()) {
                return held;
            }
            notePurged(identity);
        }
        return Optional.empty();
    }

    /** What somebody holds goes at its end all the same. */
    private void notePurged(IdentityRow identity) {
        entities.createQuery("update IdentityRow i set i.purgedGeneration = :generation where i.connectionId = :id"
                        + " and i.purgedGeneration < :generation")
                .setParameter("generation", identity.generation)
                .setParameter("id", identity.connectionId)
                .executeUpdate();
    }

    private List<IdentityRow> purgeable() {
        return entities.createQuery(
                        "select i from IdentityRow i where i.purgedGeneration < i.generation order by i.connectionId",
                        IdentityRow.class)
                .getResultList();
    }

    /** Those of the rows that nobody else holds; behind the last one when there is none, so that the purge goes on. */
    private Optional<Leftovers> held(Leftovers.Kind kind, List<Object[]> found) {
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<String> ids = lock(kind, found.stream().map(row -> (String) row[0]).toList());
        Instant end = (Instant) found.get(found.size() - 1)[1];
        return Optional.of(new Leftovers(kind, ids, ids.isEmpty() ? end.plus(1, ChronoUnit.MICROS) : end));
    }

    @SuppressWarnings("unchecked")
    private List<String> lock(Leftovers.Kind kind, List<String> ids) {
        String rows = kind == Leftovers.Kind.EXPIRED_PROBES
                ? "select id from inbound_probe where id"
                : "select mac from inbound_token where mac";
        String places = String.join(",", Collections.nCopies(ids.size(), "?"));
        Query query = entities.createNativeQuery(rows + " in (" + places + ") for update skip locked");
        for (int index = 0; index < ids.size(); index++) {
            query.setParameter(index + 1, ids.get(index));
        }
        return query.getResultList();
    }
}
