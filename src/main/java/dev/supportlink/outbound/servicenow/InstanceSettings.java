package dev.supportlink.outbound.servicenow;

import dev.supportlink.platform.config.Setting;
import dev.supportlink.platform.config.Settings;
import dev.supportlink.platform.config.SettingsGroup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** When a token of an instance counts as used up, and how far its clock may be behind ours. */
@ApplicationScoped
public class InstanceSettings implements SettingsGroup {

    public static final Setting<Duration> TOKEN_MARGIN = Setting.duration("supportlink.instance.token-margin", "PT1M");
    public static final Setting<Duration> CLOCK_TOLERANCE =
            Setting.duration("supportlink.instance.clock-tolerance", "PT2S");

    @Inject
    Settings settings;

    @Override
    public List<Setting<?>> declared() {
        return List.of(TOKEN_MARGIN, CLOCK_TOLERANCE);
    }

    /** How long before its end a token is replaced. */
    Duration tokenMargin() {
        return settings.get(TOKEN_MARGIN);
    }

    /** An instance's times count as this much later when a journal entry is looked for. */
    Duration clockTolerance() {
        return settings.get(CLOCK_TOLERANCE);
    }
}
