package dev.supportlink.inbound;

import dev.supportlink.platform.config.Setting;
import dev.supportlink.platform.config.SettingsGroup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** The settings of the OAuth provider for callers. */
@ApplicationScoped
public class InboundSettings implements SettingsGroup {

    /** Of a token or revocation request's body, in bytes. */
    public static final Setting<Integer> MAX_REQUEST_SIZE =
            Setting.number("supportlink.inbound.max-token-request-size", "8192", 1024, 65_536);

    /** How many failures in a window are answered as such, per client and per user name. */
    public static final Setting<Integer> THROTTLE_FAILURES =
            Setting.number("supportlink.inbound.throttle.failures", "10", 1, 10_000);

    /** The same per source address. */
    public static final Setting<Integer> THROTTLE_FAILURES_PER_ADDRESS =
            Setting.number("supportlink.inbound.throttle.failures-per-address", "30", 1, 100_000);

    public static final Setting<Duration> THROTTLE_WINDOW =
            Setting.duration("supportlink.inbound.throttle.window", "PT5M");

    @Override
    public List<Setting<?>> declared() {
        return List.of(MAX_REQUEST_SIZE, THROTTLE_FAILURES, THROTTLE_FAILURES_PER_ADDRESS, THROTTLE_WINDOW);
    }
}
