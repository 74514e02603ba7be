package dev.supportlink.store.inbound;

import dev.supportlink.inbound.StoredToken;
import dev.supportlink.inbound.TokenDoor;
import dev.supportlink.inbound.TokenRepository;
import dev.supportlink.secret.KeyedHash;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Issued tokens in the database. */
@ApplicationScoped
@Transactional
public class StoredTokens implements TokenRepository {

    private static final String ACCEPTED = "select t from TokenRow t, IdentityRow i, ConnectionRow c"
            + " where t.mac in :macs and i.connectionId = t.connectionId and i.generation = t.generation"
            + " and c.id = t.connectionId and c.setupType = :type and c.inboundMode = :mode";

    @PersistenceContext(unitName = "supportlink")
    EntityManager entities;

    @Override
    public void add(StoredToken token) {
        entities.persist(TokenRow.of(token));
    }

    @Override
    @Transactional(TxType.SUPPORTS)
    public Optional<StoredToken> find(List<KeyedHash> candidates) {
        return first(entities.createQuery("select t from TokenRow t where t.mac in :macs", TokenRow.class), candidates);
    }

    /** Needs no transaction of its own: this is the read of every call that comes in. */
    @Override
    @Transactional(TxType.SUPPORTS)
    public Optional<StoredToken> findAccepted(List<KeyedHash> candidates) {
        TypedQuery<TokenRow> query = entities.createQuery(ACCEPTED, TokenRow.class)
                .setParameter("type", TokenDoor.TYPE.word())
                .setParameter("mode", TokenDoor.MODE.word());
        return first(query, candidates);
    }

    @Override
    public Optional<StoredToken> hold(List<KeyedHash> candidates) {
        TypedQuery<TokenRow> query = entities.createQuery(
                        "select t from TokenRow t where t.mac in :macs", TokenRow.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE);
        return first(query, candidates);
    }

    @Override
    public void markUsed(StoredToken token, Instant at) {
        entities.createQuery("update TokenRow t set t.usedAt = :at where t.mac = :mac")
                .setParameter("at", at)
                .setParameter("mac", token.hash().hex())
                .executeUpdate();
    }

    @Override
    public void remove(StoredToken token) {
        entities.createQuery("delete from TokenRow t where t.mac = :mac")
                .setParameter("mac", token.hash().hex())
                .executeUpdate();
    }

    /**
     * One end of a family at a time for each client, or two of them wait for one another. Again and again until nothing is
     * left: while a statement waits for a refresh that holds a token, that refresh stores tokens it does not see.
     */
    @Override
    public int removeFamily(String connectionId, String family) {
        entities.createQuery("update IdentityRow i set i.createdAt = i.createdAt where i.connectionId = :id")
                .setParameter("id", connectionId)
                .executeUpdate();
        int all = 0;
        int removed;
        do {
            removed = entities.createQuery("delete from TokenRow t where t.family = :family")
                    .setParameter("family", family)
                    .executeUpdate();
            all += removed;
        } while (removed > 0);
        return all;
    }

    private static Optional<StoredToken> first(TypedQuery<TokenRow> query, List<KeyedHash> candidates) {
        return query.setParameter(
                        "macs", candidates.stream().map(KeyedHash::hex).toList())
                .getResultStream()
                .findFirst()
                .map(TokenRow::toToken);
    }
}
