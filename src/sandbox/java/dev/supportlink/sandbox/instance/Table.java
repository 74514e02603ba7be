package dev.supportlink.sandbox.instance;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** One table: its columns and its rows in the order they were made, with an index on a few columns. */
final class Table {

    private final String name;
    private final String displayColumn;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Map<String, Map<String, Set<String>>> indexes = new HashMap<>();

    Table(String name, String displayColumn, Collection<Column> columns) {
        this.name = name;
        this.displayColumn = displayColumn;
        columns.forEach(this::addColumn);
    }

    /** Finds rows by these columns fast; their values may change only through {@link #put}. */
    Table indexedBy(String... indexed) {
        for (String column : indexed) {
            indexes.put(column, new HashMap<>());
        }
        return this;
    }

    String name() {
        return name;
    }

    String displayColumn() {
        return displayColumn;
    }

    void addColumn(Column column) {
        columns.put(column.name(), column);
    }

    Collection<Column> columns() {
        return columns.values();
    }

    Optional<Column> column(String column) {
        return Optional.ofNullable(columns.get(column));
    }

    Row blank() {
        Row row = new Row(Map.of());
        columns.values().forEach(column -> row.set(column.name(), column.initial()));
        return row;
    }

    void put(Row row) {
        row(row.id()).ifPresent(this::removeFromIndexes);
        rows.put(row.id(), row);
        indexes.forEach((column, ids) -> ids.computeIfAbsent(row.get(column), unused -> new LinkedHashSet<>())
                .add(row.id()));
    }

    Optional<Row> row(String id) {
        return Optional.ofNullable(rows.get(id));
    }

    Stream<Row> rows() {
        return rows.values().stream();
    }

    Stream<Row> rowsWith(String column, String value) {
        Map<String, Set<String>> index = indexes.get(column);
        return index == null
                ? rows().filter(row -> row.has(column, value))
                : index.getOrDefault(value, Set.of()).stream().flatMap(id -> row(id).stream());
    }

    Optional<Row> firstWith(String column, String value) {
        return rowsWith(column, value).findFirst();
    }

    void remove(String id) {
        row(id).ifPresent(this::removeFromIndexes);
        rows.remove(id);
    }

    void removeIf(Predicate<Row> unwanted) {
        List<String> ids = rows().filter(unwanted).map(Row::id).toList();
        ids.forEach(this::remove);
    }

    void clear() {
        rows.clear();
        indexes.values().forEach(Map::clear);
    }

    private void removeFromIndexes(Row row) {
        indexes.forEach((column, ids) ->
                ids.getOrDefault(row.get(column), new LinkedHashSet<>()).remove(row.id()));
    }
}
