package dev.supportlink.store.incident;

import java.sql.SQLException;

/** The database did not do what was asked. */
class StoreFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The SQL state of a broken unique constraint, the same in both databases. */
    private static final String UNIQUE = "23505";

    private final boolean notUnique;

    StoreFailure(SQLException cause) {
        super(cause);
        this.notUnique = UNIQUE.equals(cause.getSQLState());
    }

    boolean isNotUnique() {
        return notUnique;
    }
}
