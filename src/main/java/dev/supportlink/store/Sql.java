package dev.supportlink.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs statements in the caller's transaction, or each by itself where there is none. */
@ApplicationScoped
public class Sql {

    /** Makes a value of the present row. */
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    @Inject
    ConnectionSource connections;

    private volatile @Nullable String binaryOrder;

    /** What makes this database compare text by its characters, as the other does, and not by a language's rules. */
    public String binaryOrder() {
        String known = binaryOrder;
        if (known == null) {
            try (Connection connection = connections.open()) {
                String product = connection.getMetaData().getDatabaseProductName();
                known = product.equals("PostgreSQL") ? " collate \"C\"" : "";
                binaryOrder = known;
            } catch (SQLException failure) {
                throw new StoreFailure(failure);
            }
        }
        return known;
    }

    /** The rows that are found, in their order. */
    public <T> List<T> query(String text, List<?> arguments, RowReader<T> reader) {
        if (areInNoRow(arguments)) {
            return List.of();
        }
        try (Connection connection = connections.open();
                PreparedStatement statement = connection.prepareStatement(text)) {
            bind(statement, arguments);
            return readAll(statement, reader);
        } catch (SQLException failure) {
            throw new StoreFailure(failure);
        }
    }

    /** The same, stopped when it takes longer: {@link StoreFailure#wasStopped}. */
    public <T> List<T> queryWithin(Duration bound, String text, List<?> arguments, RowReader<T> reader) {
        if (areInNoRow(arguments)) {
            return List.of();
        }
        try (Connection connection = connections.open();
                PreparedStatement statement = connection.prepareStatement(text)) {
            bind(statement, arguments);
            return bounded(statement, Math.toIntExact(bound.toSeconds()), reader);
        } catch (SQLException failure) {
            throw new StoreFailure(failure);
        }
    }

    /** The first of the rows that are found. */
    public <T> Optional<T> first(String text, List<?> arguments, RowReader<T> reader) {
        List<T> found = query(text, arguments, reader);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    /** Answers how many rows it changed. */
    public int update(String text, @Nullable Object... arguments) {
        try (Connection connection = connections.open();
                PreparedStatement statement = connection.prepareStatement(text)) {
            bind(statement, Arrays.asList(arguments));
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new StoreFailure(failure);
        }
    }

    /** The same statement for many rows, in one go. */
    public void updateAll(String text, List<List<?>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (Connection connection = connections.open();
                PreparedStatement statement = connection.prepareStatement(text)) {
            for (List<?> row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException failure) {
            throw new StoreFailure(failure);
        }
    }

    /** PostgreSQL refuses the character 0 outright; so no row can hold it, and nothing can be found by it. */
    private static boolean areInNoRow(List<?> arguments) {
        for (Object argument : arguments) {
            if (argument instanceof String text && text.indexOf('\0') >= 0) {
                return true;
            }
        }
        return false;
    }

    /** A time of the present row; null where there is none. */
    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime stored = row.getObject(column, OffsetDateTime.class);
        return stored == null ? null : stored.toInstant();
    }

    private static <T> List<T> readAll(PreparedStatement statement, RowReader<T> reader) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        }
    }

    /** The bound is taken back: H2 keeps it for the connection, whatever is done with it next. */
    private static <T> List<T> bounded(PreparedStatement statement, int seconds, RowReader<T> reader)
            throws SQLException {
        statement.setQueryTimeout(seconds);
        try {
            return readAll(statement, reader);
        } finally {
            statement.setQueryTimeout(0);
        }
    }

    private static void bind(PreparedStatement statement, List<? extends @Nullable Object> arguments)
            throws SQLException {
        for (int index = 0; index < arguments.size(); index++) {
            Object argument = arguments.get(index);
            statement.setObject(index + 1, argument instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : argument);
        }
    }
}
