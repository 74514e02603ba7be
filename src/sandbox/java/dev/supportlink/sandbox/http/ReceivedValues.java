package dev.supportlink.sandbox.http;

import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Digests of all values that reached a server, so that a test can ask for one without their being kept. */
final class ReceivedValues {

    private static final int LIMIT = 200_000;

    private final Set<String> digests = new HashSet<>();
    private boolean overflowed;

    void add(Request request) {
        request.headers().values().forEach(this::addAll);
        request.basic().ifPresent(pair -> addAll(List.of(pair.name(), pair.password())));
        request.bearer().ifPresent(this::add);
        request.query().values().values().forEach(this::addAll);
        request.form().values().values().forEach(this::addAll);
        addAll(Arrays.asList(request.path().split("/", -1)));
        JsonTexts.read(request.body()).ifPresent(this::addJson);
    }

    synchronized boolean contains(String value) {
        boolean found = digests.contains(digest(value));
        if (!found && overflowed) {
            throw new IllegalStateException("Too many values were received to be sure. Clear the log more often.");
        }
        return found;
    }

    synchronized void clear() {
        digests.clear();
        overflowed = false;
    }

    private void addAll(List<String> values) {
        values.forEach(this::add);
    }

    private void addJson(JsonValue value) {
        if (value instanceof JsonString text) {
            add(text.getString());
        } else if (value instanceof JsonStructure structure) {
            children(structure).forEach(this::addJson);
        }
    }

    private static Iterable<JsonValue> children(JsonStructure structure) {
        return structure.getValueType() == JsonValue.ValueType.OBJECT
                ? structure.asJsonObject().values()
                : structure.asJsonArray();
    }

    private synchronized void add(String value) {
        if (digests.size() < LIMIT) {
            digests.add(digest(value));
        } else {
            overflowed = true;
        }
    }

    private static String digest(String value) {
        try {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256.", impossible);
        }
    }
}
