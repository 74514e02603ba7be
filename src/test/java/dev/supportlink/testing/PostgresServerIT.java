package dev.supportlink.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** The packaged server runs on PostgreSQL by settings alone. */
class PostgresServerIT {

    @Test
    void startsAndMigratesOnPostgres() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                LibertyProcess process = LibertyProcess.named("postgres")) {
            process.setting("supportlink.sandbox", "true")
                    .setting("supportlink.database.url", postgres.getJdbcUrl("postgres", "postgres"))
                    .setting("supportlink.database.user", "postgres")
                    .setting("supportlink.database.password", "postgres")
                    .start();

            assertThat(appliedMigrations(postgres)).isPositive();
            assertThat(process.dataDirectory().resolve("supportlink.mv.db")).doesNotExist();
        }
    }

    private static int appliedMigrations(EmbeddedPostgres postgres) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from flyway_schema_history where success")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
