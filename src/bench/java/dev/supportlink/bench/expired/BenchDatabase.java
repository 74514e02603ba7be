package dev.supportlink.bench.expired;

import dev.supportlink.testing.LibertyProcess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database under the measured server; {@code -Dbench.database} chooses {@code h2} or {@code postgresql}. */
final class BenchDatabase implements AutoCloseable {

    private final @Nullable EmbeddedPostgres postgres;
    private final LibertyProcess server;

    private BenchDatabase(@Nullable EmbeddedPostgres postgres, LibertyProcess server) {
        this.postgres = postgres;
        this.server = server;
    }

    static BenchDatabase under(LibertyProcess server) {
        if (!System.getProperty("bench.database", "h2").equals("postgresql")) {
            return new BenchDatabase(null, server);
        }
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.start();
            server.setting("supportlink.database.url", postgres.getJdbcUrl("postgres", "postgres"))
                    .setting("supportlink.database.user", "postgres")
                    .setting("supportlink.database.password", "postgres");
            return new BenchDatabase(postgres, server);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String name() {
        return postgres == null ? "H2" : "PostgreSQL";
    }

    /** Only while the server is stopped: H2's file is its alone. */
    Connection open() throws SQLException {
        return postgres == null
                ? DriverManager.getConnection(
                        "jdbc:h2:file:" + server.dataDirectory().resolve("supportlink")
                                + ";MODE=LEGACY;NON_KEYWORDS=VALUE;CACHE_SIZE=262144",
                        "supportlink",
                        "")
                : postgres.getPostgresDatabase().getConnection();
    }

    /** A table of the numbers from 1 to {@code rows}, called {@code n(place)}. */
    String numbers(long rows) {
        return postgres == null
                ? "(select x as place from system_range(1, " + rows + ")) n"
                : "generate_series(1, cast(" + rows + " as bigint)) as n(place)";
    }

    /** A whole number as eight hex digits. */
    String hex(String number) {
        return postgres == null
                ? "lower(lpad(trim(to_char(" + number + ", 'XXXXXXXX')), 8, '0'))"
                : "lpad(to_hex(cast(" + number + " as bigint)), 8, '0')";
    }

    @Override
    public void close() {
        try {
            if (postgres != null) {
                postgres.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
