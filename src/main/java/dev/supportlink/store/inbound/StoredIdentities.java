package dev.supportlink.store.inbound;

import dev.supportlink.inbound.ClientTerms;
import dev.supportlink.inbound.IdentityRepository;
import dev.supportlink.inbound.InboundIdentity;
import dev.supportlink.inbound.InboundSecret;
import dev.supportlink.inbound.KnownClient;
import dev.supportlink.secret.KeyedHash;
import dev.supportlink.secret.SecretState;
import dev.supportlink.secret.SecretVersion;
import dev.supportlink.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Inbound identities in the database. Uses are noted by statements of their own, past any copy in memory. */
@ApplicationScoped
@Transactional
public class StoredIdentities implements IdentityRepository {

    @PersistenceContext(unitName = "supportlink")
    EntityManager entities;

    @Inject
    Sql sql;

    @Override
    public Optional<InboundIdentity> find(String connectionId) {
        return Optional.ofNullable(entities.find(IdentityRow.class, connectionId))
                .map(IdentityRow::toIdentity);
    }

    @Override
    @Transactional(TxType.SUPPORTS)
    public Optional<KnownClient> findClient(String clientId) {
        return ClientReading.find(sql, clientId);
    }

    @Override
    @Transactional(TxType.SUPPORTS)
    public Optional<String> connectionOfUser(String userName) {
        return entities.createQuery("select i.connectionId from IdentityRow i where i.userName = :name", String.class)
                .setParameter("name", userName)
                .getResultStream()
                .findFirst();
    }

    @Override
    public void add(InboundIdentity identity, Instant at) {
        entities.persist(IdentityRow.of(identity, at));
        entities.flush();
    }

    /**
     * By an update that changes nothing: {@code select for update} would also keep tokens from being stored, whose
     * foreign key points here, and a first sign-in that holds a value would wait for us while we wait for it.
     */
    @Override
    public boolean lock(String connectionId) {
        return entities.createQuery("update IdentityRow i set i.createdAt = i.createdAt where i.connectionId = :id")
                        .setParameter("id", connectionId)
                        .executeUpdate()
                == 1;
    }

    /** Writes what has changed and nothing else, so it needs {@link #lock} for the revision only. */
    @Override
    public void saveTerms(String connectionId, ClientTerms terms) {
        IdentityRow row = entities.find(IdentityRow.class, connectionId);
        row.terms(terms);
        row.revision++;
    }

    @Override
    public boolean raiseGeneration(String connectionId) {
        return entities.createQuery(
                                "update IdentityRow i set i.generation = i.generation + 1 where i.connectionId = :id")
                        .setParameter("id", connectionId)
                        .executeUpdate()
                == 1;
    }

    @Override
    public List<SecretVersion> versions(String connectionId, InboundSecret which) {
        return entities.createQuery(
                        "select v from ValueRow v where v.connectionId = :connection and v.which = :which"
                                + " order by v.createdAt desc, v.id",
                        ValueRow.class)
                .setParameter("connection", connectionId)
                .setParameter("which", which.word())
                .getResultStream()
                .map(ValueRow::toVersion)
                .toList();
    }

    @Override
    public void addValue(String connectionId, SecretVersion version, InboundSecret which, KeyedHash hash) {
        entities.persist(ValueRow.of(connectionId, version, which, hash));
    }

    @Override
    public boolean dropUnused(String versionId) {
        ValueRow row = locked(versionId);
        if (row.lastUsedAt != null) {
            return false;
        }
        row.state = SecretState.REMOVED.word();
        row.mac = null;
        return true;
    }

    @Override
    public void removeValues(String connectionId) {
        entities.createQuery("update ValueRow v set v.state = :removed, v.mac = null"
                        + " where v.connectionId = :connection and v.state <> :removed")
                .setParameter("removed", SecretState.REMOVED.word())
                .setParameter("connection", connectionId)
                .executeUpdate();
    }

    @Override
    public void retire(String versionId) {
        locked(versionId).state = SecretState.RETIRING.word();
    }

    @Override
    public boolean noteFirstUse(String versionId, Instant at) {
        return sql.update(
                        "update inbound_value set last_used_at = ? where id = ? and state <> 'removed'", at, versionId)
                == 1;
    }

    @Override
    public void noteUse(String versionId, Instant at) {
        entities.createQuery("update ValueRow v set v.lastUsedAt = :at"
                        + " where v.id = :id and (v.lastUsedAt is null or v.lastUsedAt < :at)")
                .setParameter("at", at)
                .setParameter("id", versionId)
                .executeUpdate();
    }

    @Override
    public Optional<Instant> lastCallAt(String connectionId) {
        Optional<Instant> issuedHere = Optional.ofNullable(entities.find(IdentityRow.class, connectionId))
                .map(row -> row.lastCallAt);
        Optional<Instant> issuedByEntra = Optional.ofNullable(entities.find(EntraCallerRow.class, connectionId))
                .map(row -> row.lastCallAt);
        return Stream.of(issuedHere, issuedByEntra).flatMap(Optional::stream).max(Instant::compareTo);
    }

    @Override
    public void noteCall(String connectionId, Instant at) {
        noteCall("IdentityRow", connectionId, at);
        noteCall("EntraCallerRow", connectionId, at);
    }

    private void noteCall(String row, String connectionId, Instant at) {
        entities.createQuery("update " + row + " c set c.lastCallAt = :at"
                        + " where c.connectionId = :id and (c.lastCallAt is null or c.lastCallAt < :at)")
                .setParameter("at", at)
                .setParameter("id", connectionId)
                .executeUpdate();
    }

    /** Read anew under the lock: a first use may have been noted since. */
    private ValueRow locked(String versionId) {
        ValueRow row = entities.getReference(ValueRow.class, versionId);
        entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
        return row;
    }
}
