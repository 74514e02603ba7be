package dev.supportlink.platform.config;

import java.util.List;

/** A feature's settings; every implementation is a CDI bean, so that start-up can check them all at once. */
public interface SettingsGroup {

    /** Every setting of the group. */
    List<Setting<?>> declared();

    /** Rules over several settings; each entry is one sentence that names the settings and says what would be right. */
    default List<String> problemsTogether() {
        return List.of();
    }
}
