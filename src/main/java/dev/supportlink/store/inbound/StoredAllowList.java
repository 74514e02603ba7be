package dev.supportlink.store.inbound;

import dev.supportlink.inbound.allowlist.AllowList;
import dev.supportlink.inbound.allowlist.AllowListRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** The allow list in the database; the migration makes its row. */
@ApplicationScoped
@Transactional
public class StoredAllowList implements AllowListRepository {

    private static final String NAME = "inbound";

    @PersistenceContext(unitName = "supportlink")
    EntityManager entities;

    @Override
    @Transactional(TxType.SUPPORTS)
    public AllowList read() {
        return entities.find(AllowListRow.class, NAME).toList();
    }

    @Override
    public AllowList lock() {
        return row().toList();
    }

    @Override
    public void replace(AllowList changed) {
        row().take(changed);
    }

    private AllowListRow row() {
        return entities.find(AllowListRow.class, NAME, LockModeType.PESSIMISTIC_WRITE);
    }
}
