package dev.supportlink.store.setup;

import dev.supportlink.platform.problem.StaleRevision;
import dev.supportlink.setup.StepId;
import dev.supportlink.setup.StepRecord;
import dev.supportlink.setup.StepRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.Map;

/** The answers of set-up steps in the database. */
@ApplicationScoped
@Transactional
public class StoredSteps implements StepRepository {

    @PersistenceContext(unitName = "supportlink")
    EntityManager entities;

    @Override
    public Map<StepId, StepRecord> of(String connectionId) {
        Map<StepId, StepRecord> records = new EnumMap<>(StepId.class);
        entities.createQuery("select s from SetupStepRow s where s.id.connectionId = :connection", SetupStepRow.class)
                .setParameter("connection", connectionId)
                .getResultList()
                .forEach(row -> records.put(row.step(), row.toRecord()));
        return records;
    }

    /** The caller holds the lock on the connection, so that a row's first insert cannot race either. */
    @Override
    public void save(String connectionId, StepRecord next) {
        SetupStepRow.Key key = new SetupStepRow.Key(connectionId, next.step());
        SetupStepRow row = entities.find(SetupStepRow.class, key, LockModeType.PESSIMISTIC_WRITE);
        long present = row == null ? 0 : row.revision;
        if (next.revision() != present + 1) {
            throw new StaleRevision("The step");
        }
        if (row == null) {
            row = new SetupStepRow();
            row.id = key;
            row.take(next);
            entities.persist(row);
        } else {
            row.take(next);
        }
        entities.flush();
    }
}
