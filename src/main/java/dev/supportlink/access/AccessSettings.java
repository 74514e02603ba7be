package dev.supportlink.access;

import dev.supportlink.platform.config.Setting;
import dev.supportlink.platform.config.Settings;
import dev.supportlink.platform.config.SettingsGroup;
import dev.supportlink.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of sign-in. */
@ApplicationScoped
public class AccessSettings implements SettingsGroup {

    public static final Setting<String> ADMIN_PASSWORD = Setting.text(
            "supportlink.admin.password",
            PasswordRules.LEAST + " to " + PasswordRules.MOST + " characters; read only while no user exists",
            null);
    public static final Setting<Integer> FAILURES_PER_USER =
            Setting.number("supportlink.access.failures-per-user", "10", 1, 1000);
    public static final Setting<Integer> FAILURES_PER_ADDRESS =
            Setting.number("supportlink.access.failures-per-address", "100", 1, 10_000);
    public static final Setting<Duration> FAILURE_WINDOW =
            Setting.duration("supportlink.access.failure-window", "PT5M");
    public static final Setting<Duration> REMEMBERED_FOR =
            Setting.duration("supportlink.access.remembered-for", "PT5M");

    @Inject
    Settings settings;

    @Override
    public List<Setting<?>> declared() {
        return List.of(ADMIN_PASSWORD, FAILURES_PER_USER, FAILURES_PER_ADDRESS, FAILURE_WINDOW, REMEMBERED_FOR);
    }

    /** The first user's password, from {@code SUPPORTLINK_ADMIN_PASSWORD}. */
    public Optional<Secret> adminPassword() {
        return settings.find(ADMIN_PASSWORD).map(Secret::of);
    }

    public int failuresPerUser() {
        return settings.get(FAILURES_PER_USER);
    }

    public int failuresPerAddress() {
        return settings.get(FAILURES_PER_ADDRESS);
    }

    public Duration failureWindow() {
        return settings.get(FAILURE_WINDOW);
    }

    public Duration rememberedFor() {
        return settings.get(REMEMBERED_FOR);
    }
}
