package dev.supportlink.sandbox.instance;

import java.util.LinkedHashMap;
import java.util.Map;

/** One row: names of columns with their values, all of them strings. */
final class Row {

    static final String ID = "sys_id";

    private final Map<String, String> values;

    Row(Map<String, String> values) {
        this.values = new LinkedHashMap<>(values);
    }

    String id() {
        return get(ID);
    }

    String get(String column) {
        return values.getOrDefault(column, "");
    }

    boolean is(String column) {
        return get(column).equals("true");
    }

    boolean has(String column, String value) {
        return get(column).equals(value);
    }

    Row set(String column, String value) {
        values.put(column, value);
        return this;
    }

    Map<String, String> values() {
        return values;
    }

    Row copy() {
        return new Row(values);
    }
}
