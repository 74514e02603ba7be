package dev.supportlink.testing;

import dev.supportlink.platform.config.Settings;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Settings from a map, read as the server reads its own. */
public final class TestSettings {

    private TestSettings() {}

    public static Settings of(Map<String, String> values) {
        return Settings.over(
                new SmallRyeConfigBuilder().withDefaultValues(values).build());
    }
}
