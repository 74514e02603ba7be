package dev.supportlink.testing;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A data source that knows transactions of the present thread, as the server's does: inside one, every connection is the
 * same; outside, each commits by itself.
 */
public final class TransactionalDataSource implements DataSource {

    private final DataSource real;
    private final ThreadLocal<Connection> current = new ThreadLocal<>();

    public TransactionalDataSource(DataSource real) {
        this.real = real;
    }

    /** Runs in the thread's transaction, or in a new one that is rolled back when something is thrown. */
    public <T> T required(Callable<T> work) throws Exception {
        return current.get() == null ? requiresNew(work) : work.call();
    }

    /** Runs in a transaction of its own, whatever the thread has open. */
    public <T> T requiresNew(Callable<T> work) throws Exception {
        Connection outer = current.get();
        try (Connection connection = real.getConnection()) {
            connection.setAutoCommit(false);
            current.set(connection);
            T result = call(work, connection);
            connection.commit();
            return result;
        } finally {
            current.set(outer);
        }
    }

    private static <T> T call(Callable<T> work, Connection connection) throws Exception {
        try {
            return work.call();
        } catch (Exception failure) {
            connection.rollback();
            throw failure;
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection open = current.get();
        return open == null ? real.getConnection() : SharedConnection.unclosable(open);
    }

    @Override
    public Connection getConnection(String name, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return real.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        real.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        real.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return real.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return real.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return real.isWrapperFor(type);
    }
}
