package dev.supportlink.store.inbound;

import dev.supportlink.inbound.entra.EntraCaller;
import dev.supportlink.inbound.entra.EntraCallerRepository;
import dev.supportlink.inbound.entra.EntraCallerTaken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;

/** Callers with tokens of Entra ID in the database. */
@ApplicationScoped
@Transactional
public class StoredEntraCallers implements EntraCallerRepository {

    private static final String API = "clientId";
    private static final String URIS = "identifierUri";

    @PersistenceContext(unitName = "supportlink")
    EntityManager entities;

    @Override
    public void save(String connectionId, String tenantId, EntraCaller caller) {
        refuseTaken(connectionId, tenantId, caller);
        removeAudiences(connectionId);
        EntraCallerRow row = row(connectionId);
        row.tenantId = tenantId;
        row.restApiClientId = caller.restApiClientId();
        row.restUserClientId = caller.restUserClientId();
        try {
            entities.persist(row);
            entities.flush();
            addAudiences(row, caller.audiences());
            entities.flush();
        } catch (PersistenceException refused) {
            // Two that take the same one at the same moment both pass the look; the database lets one through.
            throw new EntraCallerTaken(API);
        }
    }

    @Override
    public Optional<EntraCaller> find(String connectionId) {
        return Optional.ofNullable(entities.find(EntraCallerRow.class, connectionId))
                .map(row -> new EntraCaller(row.restApiClientId, identifierUris(row), row.restUserClientId));
    }

    /** Needs no transaction of its own: nearly every call that comes in with such a token makes this read. */
    @Override
    @Transactional(TxType.SUPPORTS)
    public Optional<String> connectionOf(String tenantId, String audience, String restUserClientId) {
        return entities.createQuery(
                        "select a.connectionId from EntraAudienceRow a where a.tenantId = :tenant"
                                + " and a.restUserClientId = :user and a.audience = :audience",
                        String.class)
                .setParameter("tenant", tenantId)
                .setParameter("user", restUserClientId)
                .setParameter("audience", audience)
                .getResultStream()
                .findFirst();
    }

    @Override
    public void remove(String connectionId) {
        removeAudiences(connectionId);
        Optional.ofNullable(entities.find(EntraCallerRow.class, connectionId)).ifPresent(entities::remove);
        entities.flush();
    }

    private void refuseTaken(String connectionId, String tenantId, EntraCaller caller) {
        List<String> taken = entities.createQuery(
                        "select a.audience from EntraAudienceRow a where a.tenantId = :tenant"
                                + " and a.restUserClientId = :user and a.audience in :audiences"
                                + " and a.connectionId <> :id order by a.place",
                        String.class)
                .setParameter("tenant", tenantId)
                .setParameter("user", caller.restUserClientId())
                .setParameter("audiences", caller.audiences())
                .setParameter("id", connectionId)
                .getResultList();
        if (!taken.isEmpty()) {
            throw new EntraCallerTaken(taken.contains(caller.restApiClientId()) ? API : URIS);
        }
    }

    private EntraCallerRow row(String connectionId) {
        EntraCallerRow known = entities.find(EntraCallerRow.class, connectionId);
        EntraCallerRow row = known == null ? new EntraCallerRow() : known;
        row.connectionId = connectionId;
        return row;
    }

    private void addAudiences(EntraCallerRow row, List<String> audiences) {
        for (int place = 0; place < audiences.size(); place++) {
            entities.persist(EntraAudienceRow.of(row, place, audiences.get(place)));
        }
    }

    private void removeAudiences(String connectionId) {
        entities.createQuery("delete from EntraAudienceRow a where a.connectionId = :id")
                .setParameter("id", connectionId)
                .executeUpdate();
    }

    private List<String> identifierUris(EntraCallerRow row) {
        return entities.createQuery(
                        "select a.audience from EntraAudienceRow a where a.connectionId = :id and a.place > 0"
                                + " order by a.place",
                        String.class)
                .setParameter("id", row.connectionId)
                .getResultList();
    }
}
