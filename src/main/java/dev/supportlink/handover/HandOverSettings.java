package dev.supportlink.handover;

import dev.supportlink.platform.config.Setting;
import dev.supportlink.platform.config.Settings;
import dev.supportlink.platform.config.SettingsGroup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** Settings of hand-overs. */
@ApplicationScoped
public class HandOverSettings implements SettingsGroup {

    public static final Setting<Duration> LIFESPAN = Setting.duration("supportlink.hand-over.lifespan", "PT72H");
    public static final Setting<Duration> LONGEST_LIFESPAN =
            Setting.duration("supportlink.hand-over.longest-lifespan", "P30D");
    public static final Setting<Duration> KEPT_FOR = Setting.duration("supportlink.hand-over.kept-for", "P30D");

    /** A shorter one would be over before the mail with the link has arrived. */
    static final Duration SHORTEST = Duration.ofMinutes(1);

    @Inject
    Settings settings;

    /** Over given settings, for use without a container. */
    public static HandOverSettings over(Settings settings) {
        HandOverSettings handOvers = new HandOverSettings();
        handOvers.settings = settings;
        return handOvers;
    }

    @Override
    public List<Setting<?>> declared() {
        return List.of(LIFESPAN, LONGEST_LIFESPAN, KEPT_FOR);
    }

    @Override
    public List<String> problemsTogether() {
        Duration usual = settings.get(LIFESPAN);
        return usual.compareTo(SHORTEST) < 0 || usual.compareTo(settings.get(LONGEST_LIFESPAN)) > 0
                ? List.of("supportlink.hand-over.lifespan must be from " + SHORTEST
                        + " to supportlink.hand-over.longest-lifespan.")
                : List.of();
    }

    /** Of a link for which none was asked. */
    public Duration lifespan() {
        return settings.get(LIFESPAN);
    }

    public Duration longestLifespan() {
        return settings.get(LONGEST_LIFESPAN);
    }

    /** How long an ended one can still be seen. */
    public Duration keptFor() {
        return settings.get(KEPT_FOR);
    }
}
