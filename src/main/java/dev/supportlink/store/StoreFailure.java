package dev.supportlink.store;

import java.sql.SQLException;

/** The database did not do what was asked. */
public class StoreFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The SQL state of a broken unique constraint, the same in both databases. */
    private static final String UNIQUE = "23505";

    private final boolean notUnique;

    StoreFailure(SQLException cause) {
        super(cause);
        this.notUnique = UNIQUE.equals(cause.getSQLState());
    }

    public boolean isNotUnique() {
        return notUnique;
    }
}
