package dev.supportlink.store.connection;

import dev.supportlink.connection.InstanceGate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** Instance gates in the database: a row is a closed gate. */
@ApplicationScoped
@Transactional
public class StoredInstanceGate implements InstanceGate {

    @PersistenceContext(unitName = "supportlink")
    EntityManager entities;

    @Override
    public Optional<Instant> closedSince(String instanceOrigin, String userName) {
        return Optional.ofNullable(find(instanceOrigin, userName)).map(row -> row.closedAt);
    }

    /** In a transaction of its own: the refusal that closes the gate usually rolls the caller's back. */
    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void close(String instanceOrigin, String userName, Instant at) {
        if (find(instanceOrigin, userName) == null) {
            InstanceGateRow row = new InstanceGateRow();
            row.id = new InstanceGateRow.Key(instanceOrigin, userName);
            row.closedAt = at;
            entities.persist(row);
        }
    }

    @Override
    public void open(String instanceOrigin, String userName) {
        InstanceGateRow row = find(instanceOrigin, userName);
        if (row != null) {
            entities.remove(row);
        }
    }

    private @org.jspecify.annotations.Nullable InstanceGateRow find(String instanceOrigin, String userName) {
        return entities.find(InstanceGateRow.class, new InstanceGateRow.Key(instanceOrigin, userName));
    }
}
