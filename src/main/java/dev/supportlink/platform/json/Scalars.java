package dev.supportlink.platform.json;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How one JSON value becomes one Java value, for the types that stand for themselves. */
final class Scalars {

    /** Throws ClassCastException, ArithmeticException or a date-time exception for a value of another form. */
    record Scalar(String form, Function<JsonValue, Object> reader) {}

    private static final Scalar TEXT = new Scalar("must be text", Scalars::text);
    private static final Scalar FLAG = new Scalar("must be true or false", Scalars::flag);
    private static final Scalar INT =
            new Scalar("must be a whole number", json -> number(json).intValueExact());
    private static final Scalar LONG =
            new Scalar("must be a whole number", json -> number(json).longValueExact());

    private static final Map<Class<?>, Scalar> BY_TYPE = Map.of(
            String.class, TEXT,
            boolean.class, FLAG,
            Boolean.class, FLAG,
            int.class, INT,
            Integer.class, INT,
            long.class, LONG,
            Long.class, LONG,
            Instant.class,
                    new Scalar("must be a time in UTC such as 2026-01-31T12:00:00Z", json -> Instant.parse(text(json))),
            LocalDate.class, new Scalar("must be a date such as 2026-01-31", json -> LocalDate.parse(text(json))),
            Duration.class,
                    new Scalar("must be an ISO 8601 duration such as PT30M", json -> Duration.parse(text(json))));

    private Scalars() {}

    /** The reader for a type; null when the type is none of these. */
    static @Nullable Scalar forType(Class<?> type) {
        return BY_TYPE.get(type);
    }

    static String text(JsonValue json) {
        return ((JsonString) json).getString();
    }

    private static Object flag(JsonValue json) {
        return switch (json.getValueType()) {
            case TRUE -> true;
            case FALSE -> false;
            default -> throw new ClassCastException("no flag");
        };
    }

    private static JsonNumber number(JsonValue json) {
        return (JsonNumber) json;
    }
}
