package dev.supportlink.inbound.allowlist;

import dev.supportlink.platform.config.Setting;
import dev.supportlink.platform.config.Settings;
import dev.supportlink.platform.config.SettingsGroup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** What the job {@code check-network} looks up. */
@ApplicationScoped
public class AllowListSettings implements SettingsGroup {

    public static final Setting<String> CONNECTOR_HOST = Setting.text(
                    "supportlink.allow-list.connector-host", "host name", "connector.rave.microsoft.com")
            .where(name -> name.matches("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?"));

    public static final Setting<Duration> LOOKUP_TIMEOUT =
            Setting.duration("supportlink.allow-list.lookup-timeout", "PT10S");

    @Inject
    Settings settings;

    @Override
    public List<Setting<?>> declared() {
        return List.of(CONNECTOR_HOST, LOOKUP_TIMEOUT);
    }

    /** The host from which Microsoft's service called. */
    String connectorHost() {
        return settings.get(CONNECTOR_HOST);
    }

    /** The longest wait for a name server's answer. */
    public Duration lookupTimeout() {
        return settings.get(LOOKUP_TIMEOUT);
    }
}
