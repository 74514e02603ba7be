package dev.supportlink.store.inbound;

import dev.supportlink.inbound.StoredToken;
import dev.supportlink.inbound.TokenRepository;
import dev.supportlink.secret.KeyedHash;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Issued tokens in the database. */
@ApplicationScoped
@Transactional
public class StoredTokens implements TokenRepository {

    @PersistenceContext(unitName = "supportlink")
    EntityManager entities;

    @Override
    public void add(StoredToken token) {
        entities.persist(TokenRow.of(token));
    }

    /** Needs no transaction of its own: this is the read of every call that comes in. */
    @Override
    @Transactional(TxType.SUPPORTS)
    public Optional<StoredToken> find(List<KeyedHash> candidates) {
        for (KeyedHash candidate : candidates) {
            TokenRow row = entities.find(TokenRow.class, candidate.hex());
            if (row != null) {
                return Optional.of(row.toToken());
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean hold(StoredToken token) {
        return entities.find(TokenRow.class, token.hash().hex(), LockModeType.PESSIMISTIC_WRITE) != null;
    }

    @Override
    public void remove(StoredToken token) {
        entities.createQuery("delete from TokenRow t where t.mac = :mac")
                .setParameter("mac", token.hash().hex())
                .executeUpdate();
    }

    @Override
    public void removeFamily(String family) {
        entities.createQuery("delete from TokenRow t where t.family = :family")
                .setParameter("family", family)
                .executeUpdate();
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public int removeExpired(Instant time, int most) {
        List<String> expired = entities.createQuery(
                        "select t.mac from TokenRow t where t.expiresAt <= :time order by t.expiresAt", String.class)
                .setParameter("time", time)
                .setMaxResults(most)
                .getResultList();
        return expired.isEmpty()
                ? 0
                : entities.createQuery("delete from TokenRow t where t.mac in :expired")
                        .setParameter("expired", expired)
                        .executeUpdate();
    }
}
