package dev.supportlink.store.handover;

import dev.supportlink.handover.HandOverRepository;
import dev.supportlink.handover.HandOverSessionRepository;
import dev.supportlink.store.StoreSql;
import dev.supportlink.testing.StoredConnection;
import dev.supportlink.testing.TestDatabase;
import jakarta.persistence.EntityManager;

/** The adapters of hand-overs over a test database. */
public final class HandOverStore {

    private final TestDatabase database;

    public HandOverStore(TestDatabase database) {
        this.database = database;
    }

    public HandOverRepository handOvers() {
        return database.port(HandOverRepository.class, HandOverStore::handOversIn);
    }

    public HandOverSessionRepository sessions() {
        return database.port(HandOverSessionRepository.class, HandOverStore::sessionsIn);
    }

    /** The adapter within one transaction. */
    public static HandOverRepository handOversIn(EntityManager entities) {
        StoredHandOvers adapter = new StoredHandOvers();
        adapter.sql = StoreSql.within(entities);
        return adapter;
    }

    public static HandOverSessionRepository sessionsIn(EntityManager entities) {
        StoredHandOverSessions adapter = new StoredHandOverSessions();
        adapter.sql = StoreSql.within(entities);
        return adapter;
    }

    /** The id of a new connection. */
    public String connection() {
        return StoredConnection.in(database);
    }

    public void removeConnection(String id) {
        database.run(entities -> entities.createNativeQuery("delete from connection where id = '" + id + "'")
                .executeUpdate());
    }
}
