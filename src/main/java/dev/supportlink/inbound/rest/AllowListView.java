package dev.supportlink.inbound.rest;

import dev.supportlink.inbound.allowlist.AllowList;
import dev.supportlink.inbound.allowlist.NetworkFindings;
import dev.supportlink.platform.net.CidrRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The allow list as the admin API shows it.
 *
 * @param lastNetworkCheck null until the job {@code check-network} has run
 */
public record AllowListView(
        boolean enabled, List<String> ranges, @Nullable NetworkCheck lastNetworkCheck) {

    /** What the job found. */
    public record NetworkCheck(
            Instant at,
            String host,
            String outcome,
            List<String> resolved,
            List<String> missing,
            List<String> noLongerResolved,
            String publicHost,
            String publicOutcome,
            List<String> publicResolved) {

        static NetworkCheck of(NetworkFindings findings) {
            return new NetworkCheck(
                    findings.at(),
                    findings.host(),
                    findings.outcome().word(),
                    findings.resolved(),
                    findings.missing(),
                    findings.noLongerResolved(),
                    findings.publicHost(),
                    findings.publicOutcome().word(),
                    findings.publicResolved());
        }
    }

    static AllowListView of(AllowList list, Optional<NetworkFindings> findings) {
        return new AllowListView(
                list.enabled(),
                list.ranges().stream().map(CidrRange::toString).toList(),
                findings.map(NetworkCheck::of).orElse(null));
    }
}
