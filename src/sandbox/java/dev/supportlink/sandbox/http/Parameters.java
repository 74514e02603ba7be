package dev.supportlink.sandbox.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Form or query parameters, each name with all its values in order. */
public record Parameters(Map<String, List<String>> values) {

    /** Reads {@code application/x-www-form-urlencoded} text; a broken escape is kept as it stands. */
    public static Parameters parse(String encoded) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : encoded.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                values.computeIfAbsent(decode(name), unused -> new ArrayList<>())
                        .add(decode(value));
            }
        }
        return new Parameters(values);
    }

    /** The first value of a parameter that was sent and is not empty. */
    public Optional<String> value(String name) {
        return first(name).filter(value -> !value.isEmpty());
    }

    /** The first value of a parameter, which may be empty. */
    public Optional<String> first(String name) {
        return values.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** All names that were sent. */
    public Set<String> names() {
        return values.keySet();
    }

    /** Whether nothing was sent. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            return encoded;
        }
    }
}
