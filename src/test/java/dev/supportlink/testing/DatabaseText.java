package dev.supportlink.testing;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Everything that a database holds, as one text; binary columns byte by byte. */
final class DatabaseText {

    private DatabaseText() {}

    static String of(Connection database) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (String table : tables(database)) {
            try (Statement statement = database.createStatement();
                    ResultSet rows = statement.executeQuery("select * from " + table)) {
                while (rows.next()) {
                    row(rows, text);
                }
            }
        }
        return text.toString();
    }

    private static List<String> tables(Connection database) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found =
                database.getMetaData().getTables(null, null, "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                String schema = found.getString("TABLE_SCHEM");
                if (!"INFORMATION_SCHEMA".equalsIgnoreCase(schema) && !"pg_catalog".equals(schema)) {
                    tables.add("\"" + schema + "\".\"" + found.getString("TABLE_NAME") + "\"");
                }
            }
        }
        return tables;
    }

    private static void row(ResultSet rows, StringBuilder text) throws SQLException {
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
            Object cell = rows.getObject(column);
            text.append(
                            cell instanceof byte[] || cell instanceof java.sql.Blob
                                    ? new String(rows.getBytes(column), StandardCharsets.ISO_8859_1)
                                    : rows.getString(column))
                    .append('\t');
        }
        text.append('\n');
    }
}
