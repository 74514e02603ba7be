package dev.supportlink.sandbox.instance;

import dev.supportlink.sandbox.http.Parameters;
import dev.supportlink.sandbox.http.Request;
import java.util.Arrays;
import java.util.List;

/** How a caller wants rows shown. */
record ReadOptions(List<String> fields, Display display, boolean referenceLinks) {

    enum Display {
        VALUE,
        LABEL,
        BOTH
    }

    static ReadOptions of(Request request) {
        Parameters query = request.query();
        return new ReadOptions(
                query.value("sysparm_fields")
                        .map(list -> Arrays.stream(list.split(",", -1))
                                .map(String::strip)
                                .filter(name -> !name.isEmpty())
                                .toList())
                        .orElse(List.of()),
                display(query.value("sysparm_display_value").orElse("false")),
                !query.value("sysparm_exclude_reference_link").orElse("false").equals("true"));
    }

    boolean wants(String field) {
        return fields.isEmpty() || fields.contains(field);
    }

    private static Display display(String wanted) {
        return switch (wanted) {
            case "true" -> Display.LABEL;
            case "all" -> Display.BOTH;
            default -> Display.VALUE;
        };
    }
}
