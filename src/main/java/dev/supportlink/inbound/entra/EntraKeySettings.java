package dev.supportlink.inbound.entra;

import dev.supportlink.platform.config.Setting;
import dev.supportlink.platform.config.Settings;
import dev.supportlink.platform.config.SettingsGroup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** How long the keys of tenants are kept, and how often they are asked for. */
@ApplicationScoped
public class EntraKeySettings implements SettingsGroup {

    public static final Setting<Duration> REFRESH = Setting.duration("supportlink.inbound.entra.key-refresh", "PT24H");

    public static final Setting<Duration> REFRESH_GAP =
            Setting.duration("supportlink.inbound.entra.key-refresh-gap", "PT5M");

    public static final Setting<Duration> USABLE =
            Setting.duration("supportlink.inbound.entra.keys-usable-for", "PT72H");

    /** One tenant and version each; some 10 kB. */
    public static final Setting<Integer> KEPT =
            Setting.number("supportlink.inbound.entra.kept-key-sets", "2000", 1, 100_000);

    @Inject
    Settings settings;

    @Override
    public List<Setting<?>> declared() {
        return List.of(REFRESH, REFRESH_GAP, USABLE, KEPT);
    }

    @Override
    public List<String> problemsTogether() {
        boolean readable =
                settings.problem(REFRESH).isEmpty() && settings.problem(USABLE).isEmpty();
        return readable && usable().compareTo(refresh()) < 0
                ? List.of(USABLE.name() + " must not be shorter than " + REFRESH.name() + ".")
                : List.of();
    }

    /** After how long keys are asked for again. */
    Duration refresh() {
        return settings.get(REFRESH);
    }

    /** The least time between two questions for the same keys, whatever tokens come. */
    Duration refreshGap() {
        return settings.get(REFRESH_GAP);
    }

    /** How long keys go on being used while newer ones cannot be had. */
    Duration usable() {
        return settings.get(USABLE);
    }

    int kept() {
        return settings.get(KEPT);
    }
}
