package dev.supportlink.sandbox.instance;

import java.util.Optional;

/** Reads fields of a table's rows, across references where a name has dots. */
final class Fields {

    private final Tables tables;
    private final Table table;

    Fields(Tables tables, Table table) {
        this.tables = tables;
        this.table = table;
    }

    boolean exists(String path) {
        int dot = path.indexOf('.');
        Optional<Column> column = table.column(dot < 0 ? path : path.substring(0, dot));
        return dot < 0
                ? column.filter(known -> known.kind() != Column.Kind.PASSWORD).isPresent()
                : beyond(column)
                        .map(next -> next.exists(path.substring(dot + 1)))
                        .orElse(false);
    }

    String value(Row row, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return row.get(path);
        }
        Optional<Column> column = table.column(path.substring(0, dot));
        Optional<Row> target = column.flatMap(known -> tables.find(known.target()))
                .flatMap(other -> other.row(row.get(path.substring(0, dot))));
        return target.flatMap(found -> beyond(column).map(next -> next.value(found, path.substring(dot + 1))))
                .orElse("");
    }

    private Optional<Fields> beyond(Optional<Column> column) {
        return column.filter(Column::isReference)
                .flatMap(reference -> tables.find(reference.target()))
                .map(target -> new Fields(tables, target));
    }
}
