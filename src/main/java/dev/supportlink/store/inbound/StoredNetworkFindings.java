package dev.supportlink.store.inbound;

import dev.supportlink.inbound.allowlist.NetworkFindings;
import dev.supportlink.inbound.allowlist.NetworkFindingsRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;

/** The newest findings in the database. */
@ApplicationScoped
@Transactional
public class StoredNetworkFindings implements NetworkFindingsRepository {

    private static final String NAME = "newest";

    @PersistenceContext(unitName = "supportlink")
    EntityManager entities;

    @Override
    @Transactional(TxType.SUPPORTS)
    public Optional<NetworkFindings> newest() {
        return Optional.ofNullable(entities.find(NetworkFindingsRow.class, NAME))
                .map(NetworkFindingsRow::toFindings);
    }

    @Override
    public void keep(NetworkFindings findings) {
        entities.merge(NetworkFindingsRow.of(NAME, findings));
    }
}
