package dev.supportlink.outbound.entra;

import dev.supportlink.platform.config.Setting;
import dev.supportlink.platform.config.Settings;
import dev.supportlink.platform.config.SettingsGroup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** Which token endpoint is asked, and when a token counts as used up. */
@ApplicationScoped
public class EntraSettings implements SettingsGroup {

    public static final Setting<String> TOKEN_VERSION = Setting.text(
                    "supportlink.entra.token-version", "v1 or v2", "v1")
            .where(version -> version.equals("v1") || version.equals("v2"));
    public static final Setting<Duration> TOKEN_MARGIN = Setting.duration("supportlink.entra.token-margin", "PT5M");

    @Inject
    Settings settings;

    @Override
    public List<Setting<?>> declared() {
        return List.of(TOKEN_VERSION, TOKEN_MARGIN);
    }

    /** Whether tokens come from the v2 endpoint; the guide's token URL is v1. */
    boolean usesV2() {
        return settings.get(TOKEN_VERSION).equals("v2");
    }

    /** How long before its end a token is replaced. */
    Duration tokenMargin() {
        return settings.get(TOKEN_MARGIN);
    }
}
