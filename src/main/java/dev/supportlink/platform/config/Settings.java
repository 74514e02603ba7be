package dev.supportlink.platform.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;

/** Reads settings from MicroProfile Config and says in words what is wrong with a bad one. */
@ApplicationScoped
public class Settings {

    @Inject
    Config config;

    /** Settings hold for a whole run of the server; some are asked for several times in every request. */
    private final Map<Setting<?>, Optional<?>> known = new ConcurrentHashMap<>();

    /** Settings over a given configuration, for use without a container. */
    public static Settings over(Config config) {
        Settings settings = new Settings();
        settings.config = config;
        return settings;
    }

    /** The value, or the default; for settings that always have one. */
    public <T> T get(Setting<T> setting) {
        return find(setting).orElseThrow(() -> new IllegalStateException(setting.name() + " is not set"));
    }

    /** The value, or the default, or empty where the setting may be absent. */
    @SuppressWarnings("unchecked") // The parser of the same setting made the value.
    public <T> Optional<T> find(Setting<T> setting) {
        return (Optional<T>) known.computeIfAbsent(setting, this::parsed);
    }

    private Optional<?> parsed(Setting<?> setting) {
        return text(setting).map(setting.parser());
    }

    /** One sentence about what is wrong, without the value, which may be a secret; empty when nothing is. */
    public Optional<String> problem(Setting<?> setting) {
        try {
            find(setting);
            return Optional.empty();
        } catch (IllegalArgumentException | DateTimeException wrong) {
            return Optional.of(setting.name() + " must be: " + setting.form() + ".");
        }
    }

    private Optional<String> text(Setting<?> setting) {
        return config.getOptionalValue(setting.name(), String.class)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .or(() -> Optional.ofNullable(setting.defaultText()));
    }
}
