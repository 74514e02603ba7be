package dev.supportlink.outbound.http;

import dev.supportlink.platform.config.Setting;
import dev.supportlink.platform.config.Settings;
import dev.supportlink.platform.config.SettingsGroup;
import dev.supportlink.platform.net.CidrRange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** How calls to outside systems are bounded, and which private networks they may reach. */
@ApplicationScoped
public class OutboundSettings implements SettingsGroup {

    public static final Setting<List<String>> ALLOWED_NETWORKS = Setting.list(
                    "supportlink.outbound.allowed-networks", "comma-separated address ranges such as 10.1.0.0/16", "")
            .where(OutboundSettings::allRanges);
    public static final Setting<Duration> CONNECT_TIMEOUT =
            Setting.duration("supportlink.outbound.connect-timeout", "PT5S");
    public static final Setting<Duration> READ_TIMEOUT = Setting.duration("supportlink.outbound.read-timeout", "PT20S");
    public static final Setting<Duration> CALL_TIMEOUT = Setting.duration("supportlink.outbound.call-timeout", "PT60S");
    public static final Setting<Integer> MAX_BODY_SIZE =
            Setting.number("supportlink.outbound.max-body-size", "4194304", 1024, 268435456);
    public static final Setting<Integer> CONNECTIONS_PER_HOST =
            Setting.number("supportlink.outbound.connections-per-host", "200", 1, 10000);
    public static final Setting<Integer> KEPT_CLIENTS =
            Setting.number("supportlink.outbound.kept-clients", "1000", 1, 100000);
    public static final Setting<Integer> ATTEMPTS = Setting.number("supportlink.outbound.attempts", "3", 1, 10);
    public static final Setting<Duration> RETRY_DELAY = Setting.duration("supportlink.outbound.retry-delay", "PT0.5S");
    public static final Setting<Duration> MAX_RETRY_WAIT =
            Setting.duration("supportlink.outbound.max-retry-wait", "PT10S");
    public static final Setting<Integer> BREAKER_CALLS =
            Setting.number("supportlink.outbound.circuit-breaker.calls", "20", 2, 1000);
    public static final Setting<Duration> BREAKER_WAIT =
            Setting.duration("supportlink.outbound.circuit-breaker.wait", "PT30S");

    @Inject
    Settings settings;

    @Override
    public List<Setting<?>> declared() {
        return List.of(
                ALLOWED_NETWORKS,
                CONNECT_TIMEOUT,
                READ_TIMEOUT,
                CALL_TIMEOUT,
                MAX_BODY_SIZE,
                CONNECTIONS_PER_HOST,
                KEPT_CLIENTS,
                ATTEMPTS,
                RETRY_DELAY,
                MAX_RETRY_WAIT,
                BREAKER_CALLS,
                BREAKER_WAIT);
    }

    List<CidrRange> allowedNetworks() {
        return settings.get(ALLOWED_NETWORKS).stream().map(CidrRange::parse).toList();
    }

    Duration connectTimeout() {
        return settings.get(CONNECT_TIMEOUT);
    }

    /** The longest silence of the other side. */
    Duration readTimeout() {
        return settings.get(READ_TIMEOUT);
    }

    /** From the start of a call to the last byte of its answer, however busily the other side sends. */
    Duration callTimeout() {
        return settings.get(CALL_TIMEOUT);
    }

    int maxBodySize() {
        return settings.get(MAX_BODY_SIZE);
    }

    int connectionsPerHost() {
        return settings.get(CONNECTIONS_PER_HOST);
    }

    /** How many clients, one per host and system, are kept ready; each holds some 40 kB and its open connections. */
    int keptClients() {
        return settings.get(KEPT_CLIENTS);
    }

    /** How often a repeatable request is sent at most, the first time included. */
    int attempts() {
        return settings.get(ATTEMPTS);
    }

    Duration retryDelay() {
        return settings.get(RETRY_DELAY);
    }

    /** The longest wait before a repetition; who is told to wait longer gives up at once. */
    Duration maxRetryWait() {
        return settings.get(MAX_RETRY_WAIT);
    }

    /** How many calls the circuit breaker looks back on; it opens when half of them failed. */
    int breakerCalls() {
        return settings.get(BREAKER_CALLS);
    }

    Duration breakerWait() {
        return settings.get(BREAKER_WAIT);
    }

    private static boolean allRanges(List<String> texts) {
        texts.forEach(CidrRange::parse);
        return true;
    }
}
