package dev.supportlink.sandbox.instance;

import dev.supportlink.sandbox.state.Simulation;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All tables of the instance, and the one way to make and change rows. Guarded by its own monitor. */
final class Tables {

    static final String SYSTEM = "system";

    private final Simulation simulation;
    private final Map<String, Table> tables = new LinkedHashMap<>();

    Tables(Simulation simulation) {
        this.simulation = simulation;
    }

    void add(Table table) {
        tables.put(table.name(), table);
    }

    Collection<Table> all() {
        return tables.values();
    }

    Optional<Table> find(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    Table get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("There is no table " + name + "."));
    }

    /** Adds a row; values of columns the table does not have are kept out. */
    Row insert(String table, Map<String, String> values, String by) {
        Table target = get(table);
        Row row = target.blank();
        values.forEach((column, value) -> target.column(column).ifPresent(known -> row.set(column, value)));
        return insert(target, row, by);
    }

    Row insert(Table target, Row row, String by) {
        String now = InstanceTime.format(simulation.now());
        row.set(Row.ID, Simulation.hex(16))
                .set("sys_created_on", now)
                .set("sys_created_by", by)
                .set("sys_updated_on", now)
                .set("sys_updated_by", by)
                .set("sys_mod_count", "0");
        target.put(row);
        simulation.changes().note();
        return row;
    }

    /** Replaces a row by a changed copy; a copy that does not differ changes nothing, as on a real instance. */
    void update(Table target, Row changed, String by) {
        Row before = target.row(changed.id()).orElseThrow();
        if (!before.values().equals(changed.values())) {
            save(target, before, changed, by);
        }
    }

    /** Counts as a change although no column differs: what was added stands in another table. */
    void updateBeside(Table target, String id, String by) {
        Row before = target.row(id).orElseThrow();
        save(target, before, before.copy(), by);
    }

    private void save(Table target, Row before, Row changed, String by) {
        changed.set("sys_updated_on", InstanceTime.format(simulation.now()))
                .set("sys_updated_by", by)
                .set("sys_mod_count", String.valueOf(Integer.parseInt(before.get("sys_mod_count")) + 1));
        target.put(changed);
        simulation.changes().note();
    }

    /** Changes one value as the system itself does: without an author. */
    void touch(Row row, String column, String value) {
        if (!row.has(column, value)) {
            row.set(column, value);
            simulation.changes().note();
        }
    }

    void delete(Table target, String id) {
        target.remove(id);
        simulation.changes().note();
    }
}
