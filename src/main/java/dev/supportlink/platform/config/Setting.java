package dev.supportlink.platform.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One setting: its name, what a right value looks like, its default as text and how text becomes a value.
 *
 * @param name the MicroProfile Config name, {@code supportlink.<feature>.<thing>}
 * @param form what a right value looks like, for messages and documentation
 * @param defaultText the default as it would be written; null when the setting may be absent
 * @param parser throws IllegalArgumentException (or a date-time exception) for text of wrong form
 */
public record Setting<T>(String name, String form, @Nullable String defaultText, Function<String, T> parser) {

    public static Setting<String> text(String name, String form, @Nullable String defaultText) {
        return new Setting<>(name, form, defaultText, Function.identity());
    }

    public static Setting<Duration> duration(String name, String defaultText) {
        return new Setting<>(name, "ISO 8601 duration, greater than zero", defaultText, Setting::positive);
    }

    public static Setting<Boolean> flag(String name, String defaultText) {
        return new Setting<>(name, "true or false", defaultText, Setting::strictBoolean);
    }

    public static Setting<Integer> number(String name, String defaultText, int least, int most) {
        Setting<Integer> plain =
                new Setting<>(name, "number from " + least + " to " + most, defaultText, Integer::valueOf);
        return plain.where(number -> number >= least && number <= most);
    }

    public static Setting<URI> url(String name, @Nullable String defaultText) {
        Setting<URI> plain = new Setting<>(name, "URL with host, http or https", defaultText, URI::create);
        return plain.where(
                uri -> uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())));
    }

    public static Setting<Path> path(String name, String defaultText) {
        return new Setting<>(name, "file system path", defaultText, Path::of);
    }

    public static Setting<List<String>> list(String name, String form, String defaultText) {
        return new Setting<>(
                name,
                form,
                defaultText,
                text -> Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList());
    }

    /** The same setting with one more condition on its value. */
    public Setting<T> where(Predicate<T> condition) {
        return new Setting<>(name, form, defaultText, text -> {
            T value = parser.apply(text);
            if (!condition.test(value)) {
                throw new IllegalArgumentException(text);
            }
            return value;
        });
    }

    /** The same setting with another description of its form. */
    public Setting<T> described(String newForm) {
        return new Setting<>(name, newForm, defaultText, parser);
    }

    private static Duration positive(String text) {
        Duration value = Duration.parse(text);
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(text);
        }
        return value;
    }

    private static Boolean strictBoolean(String text) {
        return switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
