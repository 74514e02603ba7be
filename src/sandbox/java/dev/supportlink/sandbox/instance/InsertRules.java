package dev.supportlink.sandbox.instance;

import dev.supportlink.sandbox.state.Simulation;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the platform itself adds to new rows, and refuses. */
final class InsertRules {

    private InsertRules() {}

    /** The values as the platform stores them; a User ID is unique, a registration gets what was left blank. */
    static Map<String, String> complete(Table table, Map<String, String> values) {
        return switch (table.name()) {
            case "oauth_entity" -> registration(values);
            case "sys_user" -> user(table, values);
            default -> values;
        };
    }

    private static Map<String, String> registration(Map<String, String> values) {
        Map<String, String> completed = new LinkedHashMap<>(values);
        fill(completed, "client_id", Simulation.hex(16));
        fill(completed, "client_secret", Simulation.hex(16));
        return completed;
    }

    private static Map<String, String> user(Table table, Map<String, String> values) {
        String name = values.getOrDefault("user_name", "");
        if (!name.isEmpty() && table.firstWith("user_name", name).isPresent()) {
            throw InstanceRefusal.uniqueKey(table.name());
        }
        return values;
    }

    private static void fill(Map<String, String> values, String column, String value) {
        if (values.getOrDefault(column, "").isEmpty()) {
            values.put(column, value);
        }
    }
}
