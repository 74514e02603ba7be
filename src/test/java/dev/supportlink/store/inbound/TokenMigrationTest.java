package dev.supportlink.store.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of tokens is made anew by one migration and put in another order by a later one: nobody is signed out. */
class TokenMigrationTest {

    private static final String SCHEMA = "token_migration";

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void tokensOutliveTheirTable(TestDatabase database) throws SQLException {
        migrate(database, "8");
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into " + table("connection") + " (id, revision, name, name_key, tenant_domain,"
                    + " instance_user_new, setup_type, environment, inbound_mode, setup_state, health, created_at)"
                    + " values ('c', 1, 'c', 'c', 'd', false, 'basic', 'test', 'gateway', 'complete', 'unchecked',"
                    + " current_timestamp)");
            statement.execute("insert into " + table("inbound_identity") + " (connection_id, client_id, user_name,"
                    + " access_token_seconds, refresh_token_seconds, created_at)"
                    + " values ('c', 'client', 'user', 1800, 864000, current_timestamp)");
            statement.execute("insert into " + table("inbound_token") + " (mac, mac_key, kind, connection_id,"
                    + " user_name, family, read_only, issued_at, expires_at, generation, used_at)"
                    + " values ('m', -7, 'refresh', 'c', 'user', 'f', true, timestamp with time zone"
                    + " '2026-01-01 00:00:00Z', timestamp with time zone '2026-01-11 00:00:00Z', 3,"
                    + " timestamp with time zone '2026-01-02 00:00:00Z')");
            String before = token(statement);

            migrate(database, "9");

            assertThat(token(statement)).isEqualTo(before).contains("-7").contains("2026-01-11");

            migrate(database, "15");

            assertThat(token(statement)).isEqualTo("00000000" + before);
            statement.execute("delete from " + table("connection"));
            assertThat(token(statement)).isEmpty();
        }
    }

    private static void migrate(TestDatabase database, String version) {
        Flyway.configure()
                .dataSource(database.dataSource())
                .schemas(SCHEMA)
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private static String token(Statement statement) throws SQLException {
        String columns = "mac, mac_key, kind, connection_id, user_name, family, read_only, issued_at, expires_at,"
                + " generation, used_at";
        StringBuilder text = new StringBuilder();
        try (ResultSet rows = statement.executeQuery("select " + columns + " from " + table("inbound_token"))) {
            while (rows.next()) {
                for (int column = 1; column <= 11; column++) {
                    text.append(rows.getString(column)).append(' ');
                }
            }
        }
        return text.toString();
    }

    private static String table(String name) {
        return "\"" + SCHEMA + "\"." + name;
    }
}
