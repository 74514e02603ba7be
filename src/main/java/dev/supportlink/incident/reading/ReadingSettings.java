package dev.supportlink.incident.reading;

import dev.supportlink.platform.config.Setting;
import dev.supportlink.platform.config.Settings;
import dev.supportlink.platform.config.SettingsGroup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** How often instances are asked about incidents. */
@ApplicationScoped
public class ReadingSettings implements SettingsGroup {

    public static final Setting<Integer> LOOK_UPS =
            Setting.number("supportlink.incident.adoption-look-ups-per-minute", "60", 1, 6_000);
    public static final Setting<Duration> FORGET =
            Setting.duration("supportlink.incident.adoption-forget-after", "PT1M");
    public static final Setting<Integer> PARTITIONS =
            Setting.number("supportlink.incident.read-partitions", "16", 1, 64);
    public static final Setting<Duration> ENDED_FOR = Setting.duration("supportlink.incident.read-ended-for", "P30D");

    @Inject
    Settings settings;

    @Override
    public List<Setting<?>> declared() {
        return List.of(LOOK_UPS, FORGET, PARTITIONS, ENDED_FOR);
    }

    /** How many unknown incidents one connection's callers may have looked up, per node. */
    int lookUpsPerMinute() {
        return settings.get(LOOK_UPS);
    }

    /** How long it is remembered that there is nothing to adopt. */
    Duration forgetAfter() {
        return settings.get(FORGET);
    }

    /** How many connections are read side by side. */
    public int partitions() {
        return settings.get(PARTITIONS);
    }

    /** How long after its end an incident is still looked at. */
    Duration endedFor() {
        return settings.get(ENDED_FOR);
    }
}
