package dev.supportlink.store.connection;

import dev.supportlink.connection.ConnectionRepository;
import jakarta.persistence.EntityManager;

/** The adapter of connections, for tests of what works with it in one transaction. */
public final class ConnectionStore {

    private ConnectionStore() {}

    public static ConnectionRepository of(EntityManager entities) {
        StoredConnections store = new StoredConnections();
        store.entities = entities;
        return store;
    }
}
