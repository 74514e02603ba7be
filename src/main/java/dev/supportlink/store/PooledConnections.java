package dev.supportlink.store;

import jakarta.annotation.Resource;
import jakarta.annotation.Resource.AuthenticationType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Connections of the server's pool. As the application: for the container's own sign-in all threads would queue up at each
 * connection.
 */
@ApplicationScoped
class PooledConnections implements ConnectionSource {

    /** In a transaction all statements run on the same one. */
    @Resource(lookup = "jdbc/supportlink", authenticationType = AuthenticationType.APPLICATION)
    DataSource inTransaction;

    /**
     * Back in the pool as soon as it is closed. A shareable one stays with the request until its answer is sent, and a caller
     * that reads slowly would keep it from all others.
     */
    @Resource(lookup = "jdbc/supportlink", authenticationType = AuthenticationType.APPLICATION, shareable = false)
    DataSource alone;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    @Override
    public Connection open() throws SQLException {
        return transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION
                ? alone.getConnection()
                : inTransaction.getConnection();
    }
}
