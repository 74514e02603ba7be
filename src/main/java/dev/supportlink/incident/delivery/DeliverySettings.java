package dev.supportlink.incident.delivery;

import dev.supportlink.platform.config.Setting;
import dev.supportlink.platform.config.Settings;
import dev.supportlink.platform.config.SettingsGroup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** How deliveries are attempted and repeated. */
@ApplicationScoped
public class DeliverySettings implements SettingsGroup {

    public static final Setting<Integer> WORKERS = Setting.number("supportlink.incident.delivery-workers", "8", 2, 64);
    public static final Setting<Duration> LEASE = Setting.duration("supportlink.incident.delivery-lease", "PT90S");
    public static final Setting<Duration> FIRST_RETRY =
            Setting.duration("supportlink.incident.delivery-first-retry", "PT10S");
    public static final Setting<Duration> LONGEST_RETRY =
            Setting.duration("supportlink.incident.delivery-longest-retry", "PT15M");

    @Inject
    Settings settings;

    @Override
    public List<Setting<?>> declared() {
        return List.of(WORKERS, LEASE, FIRST_RETRY, LONGEST_RETRY);
    }

    /** How many deliveries one node attempts at a time, besides the job. */
    public int workers() {
        return settings.get(WORKERS);
    }

    /** How many of them one connection may take at a time, over all nodes. */
    public int workersPerConnection() {
        return workers() / 2;
    }

    /**
     * How long a claim holds unless it is renewed; longer than one call may take. What a killed node had claimed waits as
     * long.
     */
    public Duration lease() {
        return settings.get(LEASE);
    }

    /** How long to wait after an attempt, doubled each time. */
    public Duration retryAfter(int attempts) {
        Duration longest = longestRetry();
        int doublings = Math.min(Math.max(attempts - 1, 0), 20);
        Duration wait = settings.get(FIRST_RETRY).multipliedBy(1L << doublings);
        return wait.compareTo(longest) < 0 ? wait : longest;
    }

    public Duration longestRetry() {
        return settings.get(LONGEST_RETRY);
    }
}
