package dev.supportlink.verification;

import dev.supportlink.platform.config.Setting;
import dev.supportlink.platform.config.Settings;
import dev.supportlink.platform.config.SettingsGroup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** How often connections are verified, how long a check may take, how many run side by side. */
@ApplicationScoped
public class VerificationSettings implements SettingsGroup {

    public static final Setting<Duration> INTERVAL = Setting.duration("supportlink.verification.interval", "PT1H");
    public static final Setting<Duration> CHECK_TIMEOUT =
            Setting.duration("supportlink.verification.check-timeout", "PT30S");
    public static final Setting<Integer> PARTITIONS =
            Setting.number("supportlink.verification.partitions", "16", 1, 64);

    @Inject
    Settings settings;

    /** The same over given settings, for use without a container. */
    public static VerificationSettings over(Settings settings) {
        VerificationSettings verification = new VerificationSettings();
        verification.settings = settings;
        return verification;
    }

    @Override
    public List<Setting<?>> declared() {
        return List.of(INTERVAL, CHECK_TIMEOUT, PARTITIONS);
    }

    public Duration interval() {
        return settings.get(INTERVAL);
    }

    /** The most that one check may take before it counts as failed. */
    public Duration checkTimeout() {
        return settings.get(CHECK_TIMEOUT);
    }

    /** The most connections that the job verifies at the same time. */
    public int partitions() {
        return settings.get(PARTITIONS);
    }
}
