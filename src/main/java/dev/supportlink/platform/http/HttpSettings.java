package dev.supportlink.platform.http;

import dev.supportlink.platform.config.Setting;
import dev.supportlink.platform.config.Settings;
import dev.supportlink.platform.config.SettingsGroup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Limits of the HTTP side. */
@ApplicationScoped
public class HttpSettings implements SettingsGroup {

    public static final Setting<Integer> MAX_BODY_BYTES =
            Setting.number("supportlink.http.max-body-bytes", "1048576", 1024, 104_857_600);

    @Inject
    Settings settings;

    @Override
    public List<Setting<?>> declared() {
        return List.of(MAX_BODY_BYTES);
    }

    public int maxBodyBytes() {
        return settings.get(MAX_BODY_BYTES);
    }
}
