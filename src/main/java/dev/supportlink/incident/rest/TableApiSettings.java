package dev.supportlink.incident.rest;

import dev.supportlink.platform.config.Setting;
import dev.supportlink.platform.config.Settings;
import dev.supportlink.platform.config.SettingsGroup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The limits of the Table API. */
@ApplicationScoped
public class TableApiSettings implements SettingsGroup {

    public static final Setting<Integer> MAX_BODY =
            Setting.number("supportlink.incident.max-body-bytes", "262144", 1024, 8_388_608);
    public static final Setting<Integer> MAX_ROWS = Setting.number("supportlink.incident.max-rows", "10000", 1, 10_000);

    @Inject
    Settings settings;

    @Override
    public List<Setting<?>> declared() {
        return List.of(MAX_BODY, MAX_ROWS);
    }

    /** The largest body of a write. */
    public int maxBody() {
        return settings.get(MAX_BODY);
    }

    /** The most rows of one answer; a larger {@code sysparm_limit} counts as this. */
    public int maxRows() {
        return settings.get(MAX_ROWS);
    }
}
