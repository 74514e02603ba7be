package dev.supportlink.store.inbound;

import dev.supportlink.inbound.ProbeRepository;
import dev.supportlink.inbound.ProbeTicket;
import dev.supportlink.secret.KeyedHash;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Registered probes in the database. */
@ApplicationScoped
@Transactional
public class StoredProbes implements ProbeRepository {

    @PersistenceContext(unitName = "supportlink")
    EntityManager entities;

    @Override
    public void add(ProbeTicket ticket) {
        entities.persist(ProbeRow.of(ticket));
    }

    @Override
    @Transactional(TxType.SUPPORTS)
    public Optional<ProbeTicket> findByClient(List<KeyedHash> candidates) {
        return find("select p from ProbeRow p where p.clientMac in :macs", candidates);
    }

    @Override
    @Transactional(TxType.SUPPORTS)
    public Optional<ProbeTicket> findByPass(List<KeyedHash> candidates) {
        return find("select p from ProbeRow p where p.passMac in :macs", candidates);
    }

    @Override
    public boolean redeem(String id, Instant at) {
        return entities.createQuery(
                                "update ProbeRow p set p.redeemedAt = :at where p.id = :id and p.redeemedAt is null")
                        .setParameter("at", at)
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    @Override
    public void removeExpired(Instant time) {
        entities.createQuery("delete from ProbeRow p where p.expiresAt <= :time")
                .setParameter("time", time)
                .executeUpdate();
    }

    private Optional<ProbeTicket> find(String query, List<KeyedHash> candidates) {
        List<String> macs = candidates.stream().map(KeyedHash::hex).toList();
        return entities.createQuery(query, ProbeRow.class)
                .setParameter("macs", macs)
                .getResultStream()
                .findFirst()
                .map(ProbeRow::toTicket);
    }
}
