package dev.supportlink.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Gives out connections of the database; whoever takes one closes it. */
interface ConnectionSource {
    Connection open() throws SQLException;
}
