package dev.supportlink.setup;

import dev.supportlink.platform.problem.FieldError;
import dev.supportlink.platform.problem.InvalidInput;
import dev.supportlink.secret.Secret;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads the answers to one step and gathers everything that is wrong with them, so that a person sees it all at once.
 * Call {@link #finish} before using a value.
 */
public final class Answers {

    private static final int MAX_TEXT = 2000;
    private static final int MAX_SECRET = 1000;
    // Access tokens of administrators with many groups.
    private static final int MAX_TRANSIENT = 10_000;

    private final JsonObject given;
    private final List<FieldError> errors = new ArrayList<>();
    private final Set<String> known = new LinkedHashSet<>();
    private final Set<String> secrets = new LinkedHashSet<>();

    public Answers(JsonObject given) {
        this.given = given;
    }

    /** A text that the parser understands; its form is the message otherwise. */
    public <T> Optional<T> text(String name, boolean required, String form, Function<String, Optional<T>> parser) {
        return text(name, required, form, parser, wrong -> form);
    }

    /** The same, with a message that says what exactly is wrong with this text. */
    public <T> Optional<T> text(
            String name,
            boolean required,
            String form,
            Function<String, Optional<T>> parser,
            Function<String, String> problem) {
        Optional<String> text = string(name, required, form);
        Optional<T> value = text.flatMap(parser);
        if (text.isPresent() && value.isEmpty()) {
            wrong(name, problem.apply(text.get()));
        }
        return value;
    }

    /** A secret: any characters but control characters and surrounding spaces, which come from careless copying. */
    public Optional<Secret> secret(String name, boolean required, String form) {
        return secret(name, required, form, MAX_SECRET);
    }

    private Optional<Secret> secret(String name, boolean required, String form, int most) {
        secrets.add(name);
        JsonValue value = value(name);
        if (value == null) {
            require(name, required, form);
            return Optional.empty();
        }
        if (!(value instanceof JsonString string) || !usable(string.getString(), most)) {
            wrong(name, form + ", without line breaks or spaces around it, at most " + most + " characters");
            return Optional.empty();
        }
        return Optional.of(Secret.of(string.getString()));
    }

    /** A secret for this request only: like {@link #secret}, but no caller may store it anywhere. */
    public Optional<Secret> transientSecret(String name, boolean required, String form) {
        return secret(name, required, form, MAX_TRANSIENT);
    }

    public Optional<Boolean> flag(String name, boolean required) {
        JsonValue value = value(name);
        if (value == null) {
            require(name, required, "must be true or false");
            return Optional.empty();
        }
        return switch (value.getValueType()) {
            case TRUE -> Optional.of(true);
            case FALSE -> Optional.of(false);
            default -> {
                wrong(name, "must be true or false");
                yield Optional.empty();
            }
        };
    }

    public Optional<LocalDate> date(String name, boolean required) {
        return text(name, required, "must be a date as yyyy-MM-dd, such as 2027-05-31", Answers::date);
    }

    /** The raw value of a list or object input; the caller says what is wrong with it through {@link #wrong}. */
    public Optional<JsonValue> raw(String name) {
        return Optional.ofNullable(value(name));
    }

    /** What may be stored: the answers as given, without nulls and without what was read as a secret. */
    public JsonObject kept() {
        return withoutNullsAnd(secrets, given);
    }

    static JsonObject withoutNullsAnd(Set<String> left, JsonObject answers) {
        JsonObjectBuilder kept = Json.createObjectBuilder();
        answers.forEach((name, value) -> {
            if (value.getValueType() != JsonValue.ValueType.NULL && !left.contains(name)) {
                kept.add(name, value);
            }
        });
        return kept.build();
    }

    public void wrong(String name, String message) {
        errors.add(new FieldError(name, message));
    }

    /** Throws InvalidInput with all that was wrong, unknown answers included. */
    public void finish() {
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                wrong(
                        name,
                        known.isEmpty()
                                ? "is not asked for; this step takes no answers"
                                : "is not asked for; this step takes " + String.join(", ", known));
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }

    private Optional<String> string(String name, boolean required, String form) {
        JsonValue value = value(name);
        if (value == null) {
            require(name, required, form);
            return Optional.empty();
        }
        if (!(value instanceof JsonString string) || string.getString().length() > MAX_TEXT) {
            wrong(name, form);
            return Optional.empty();
        }
        if (string.getString().isBlank()) {
            require(name, required, form);
            return Optional.empty();
        }
        return Optional.of(string.getString().strip());
    }

    private @org.jspecify.annotations.Nullable JsonValue value(String name) {
        known.add(name);
        JsonValue value = given.get(name);
        return value == null || value.getValueType() == JsonValue.ValueType.NULL ? null : value;
    }

    private void require(String name, boolean required, String form) {
        if (required) {
            wrong(name, "is missing; " + form);
        }
    }

    private static boolean usable(String secret, int most) {
        return !secret.isEmpty()
                && secret.length() <= most
                && secret.strip().equals(secret)
                && secret.chars().noneMatch(Character::isISOControl);
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException wrong) {
            return Optional.empty();
        }
    }
}
