package dev.supportlink.store;

import dev.supportlink.testing.SharedConnection;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import javax.sql.DataSource;

/** Statements over a test database. */
public final class StoreSql {

    private StoreSql() {}

    public static Sql over(DataSource source) {
        Sql sql = new Sql();
        sql.connections = source::getConnection;
        return sql;
    }

    /** In the entity manager's transaction, as on the server, where both are in the caller's. */
    public static Sql within(EntityManager entities) {
        return over(SharedConnection.source(entities.unwrap(Connection.class)));
    }
}
