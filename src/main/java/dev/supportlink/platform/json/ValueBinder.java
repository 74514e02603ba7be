package dev.supportlink.platform.json;

import dev.supportlink.platform.text.Word;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns one JSON value into the type that a record's component declares. */
final class ValueBinder {

    private final RecordBinder binder;

    ValueBinder(RecordBinder binder) {
        this.binder = binder;
    }

    @Nullable
    Object bind(Type type, JsonValue json, String path) {
        Class<?> raw = rawType(type);
        Scalars.Scalar scalar = Scalars.forType(raw);
        if (scalar != null) {
            return scalar(scalar, json, path);
        }
        if (raw.isRecord()) {
            return json instanceof JsonObject object
                    ? binder.record(raw, object, path)
                    : binder.wrong(path, "must be an object");
        }
        if (Word.class.isAssignableFrom(raw) && raw.isEnum()) {
            return word(raw, json, path);
        }
        if (raw == List.class) {
            return list(argument(type, 0), json, path);
        }
        if (raw == Set.class) {
            List<?> items = list(argument(type, 0), json, path);
            return items == null ? null : Collections.unmodifiableSet(new LinkedHashSet<>(items));
        }
        if (raw == Map.class) {
            return map(argument(type, 1), json, path);
        }
        if (raw == Object.class) {
            return plain(json);
        }
        if (JsonValue.class.isAssignableFrom(raw)) {
            return raw.isInstance(json) ? json : binder.wrong(path, "has the wrong type");
        }
        throw new IllegalStateException("No JSON form for " + type + " of " + path);
    }

    private @Nullable Object scalar(Scalars.Scalar scalar, JsonValue json, String path) {
        try {
            return scalar.reader().apply(json);
        } catch (ClassCastException | ArithmeticException | DateTimeException wrong) {
            return binder.wrong(path, scalar.form());
        }
    }

    private @Nullable Object word(Class<?> type, JsonValue json, String path) {
        List<Word> choices =
                Arrays.stream(type.getEnumConstants()).map(Word.class::cast).toList();
        return choices.stream()
                .filter(choice ->
                        json instanceof JsonString text && choice.word().equals(text.getString()))
                .map(Object.class::cast)
                .findFirst()
                .orElseGet(() -> binder.wrong(
                        path,
                        "must be one of "
                                + String.join(
                                        ", ", choices.stream().map(Word::word).toList())));
    }

    private @Nullable List<?> list(Type item, JsonValue json, String path) {
        if (!(json instanceof JsonArray array)) {
            return (List<?>) binder.wrong(path, "must be a list");
        }
        List<@Nullable Object> items = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            items.add(member(item, array.get(i), path + "[" + i + "]"));
        }
        return Collections.unmodifiableList(items);
    }

    private @Nullable Object map(Type item, JsonValue json, String path) {
        if (!(json instanceof JsonObject object)) {
            return binder.wrong(path, "must be an object");
        }
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        object.forEach((name, value) -> members.put(name, member(item, value, RecordBinder.child(path, name))));
        return Collections.unmodifiableMap(members);
    }

    private @Nullable Object member(Type type, JsonValue json, String path) {
        return json.equals(JsonValue.NULL) ? binder.wrong(path, "must not be null") : bind(type, json, path);
    }

    /** For components that take any JSON: text, numbers, booleans, lists and maps of them. */
    private static @Nullable Object plain(JsonValue json) {
        return switch (json.getValueType()) {
            case NULL -> null;
            case TRUE -> true;
            case FALSE -> false;
            case STRING -> Scalars.text(json);
            case NUMBER -> ((JsonNumber) json).bigDecimalValue();
            case ARRAY -> json.asJsonArray().stream().map(ValueBinder::plain).toList();
            case OBJECT -> {
                Map<String, @Nullable Object> members = new LinkedHashMap<>();
                json.asJsonObject().forEach((name, value) -> members.put(name, plain(value)));
                yield Collections.unmodifiableMap(members);
            }
        };
    }

    private static Class<?> rawType(Type type) {
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }
}
