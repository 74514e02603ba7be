package dev.supportlink.store;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;

/** The database did not do what was asked. */
public class StoreFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The SQL state of a broken unique constraint, the same in both databases. */
    private static final String UNIQUE = "23505";

    /** The SQL state of a statement that was stopped because its time was over, the same in both databases. */
    private static final String STOPPED = "57014";

    private final boolean notUnique;
    private final boolean stopped;

    StoreFailure(SQLException cause) {
        super(cause);
        this.notUnique = UNIQUE.equals(cause.getSQLState());
        this.stopped = STOPPED.equals(cause.getSQLState()) || cause instanceof SQLTimeoutException;
    }

    public boolean isNotUnique() {
        return notUnique;
    }

    public boolean wasStopped() {
        return stopped;
    }
}
