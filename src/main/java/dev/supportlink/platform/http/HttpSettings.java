package dev.supportlink.platform.http;

import dev.supportlink.platform.config.Setting;
import dev.supportlink.platform.config.Settings;
import dev.supportlink.platform.config.SettingsGroup;
import dev.supportlink.platform.net.CidrRange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Limits of the HTTP side, and which proxies stand in front of it. */
@ApplicationScoped
public class HttpSettings implements SettingsGroup {

    public static final Setting<Integer> MAX_BODY_BYTES =
            Setting.number("supportlink.http.max-body-bytes", "1048576", 1024, 104_857_600);

    public static final Setting<List<String>> TRUSTED_PROXIES = Setting.list(
                    "supportlink.http.trusted-proxies",
                    "comma-separated addresses and address ranges such as 10.1.2.3,10.1.4.0/24; no prefix shorter than 8",
                    "")
            .where(HttpSettings::allNarrow);

    private static final int LEAST_PREFIX = 8;

    @Inject
    Settings settings;

    @Override
    public List<Setting<?>> declared() {
        return List.of(MAX_BODY_BYTES, TRUSTED_PROXIES);
    }

    public int maxBodyBytes() {
        return settings.get(MAX_BODY_BYTES);
    }

    List<CidrRange> trustedProxies() {
        return settings.get(TRUSTED_PROXIES).stream().map(CidrRange::parse).toList();
    }

    /** Who trusts the whole internet lets every caller choose its address. */
    private static boolean allNarrow(List<String> texts) {
        return texts.stream().map(CidrRange::parse).allMatch(range -> range.prefix() >= LEAST_PREFIX);
    }
}
