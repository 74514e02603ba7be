package dev.supportlink.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Servers over one PostgreSQL with one keyset, as an operator runs several nodes. */
public final class PostgresNodes implements AutoCloseable {

    private final EmbeddedPostgres postgres;
    private final List<LibertyProcess> nodes = new ArrayList<>();

    private PostgresNodes(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    public static PostgresNodes open() {
        try {
            return new PostgresNodes(EmbeddedPostgres.start());
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    /** A further node, pointed at the simulators and not started yet. The first one makes the keyset. */
    public LibertyProcess node(String name) {
        LibertyProcess node = OutsideWorld.pointed(LibertyProcess.named(name))
                .setting("supportlink.database.url", postgres.getJdbcUrl("postgres", "postgres"))
                .setting("supportlink.database.user", "postgres")
                .setting("supportlink.database.password", "postgres");
        nodes.add(node);
        return node.setting("supportlink.keyset.file", nodes.get(0).keysetFile().toString());
    }

    /** The first user of all nodes. */
    public AdminClient admin(LibertyProcess node) {
        return AdminClient.first(node.server().base(), nodes.get(0).dataDirectory());
    }

    /** Changes rows behind the servers' backs; answers how many. */
    public int update(String sql, Object... values) {
        try (Connection database = postgres.getPostgresDatabase().getConnection();
                PreparedStatement statement = database.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        nodes.forEach(LibertyProcess::close);
        try {
            postgres.close();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
