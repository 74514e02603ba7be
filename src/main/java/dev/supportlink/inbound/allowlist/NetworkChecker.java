package dev.supportlink.inbound.allowlist;

import dev.supportlink.platform.config.ServerSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Looks up Microsoft's connector and this server's own public name, and compares with the allow list. That the connector
 * has no address is information: Microsoft closed it.
 */
@ApplicationScoped
public class NetworkChecker {

    @Inject
    AllowListRepository lists;

    @Inject
    HostLookup names;

    @Inject
    AllowListSettings settings;

    @Inject
    ServerSettings server;

    @Inject
    NetworkLedger ledger;

    @Inject
    Clock clock;

    @Transactional(TxType.NOT_SUPPORTED)
    public NetworkFindings check() {
        String connector = settings.connectorHost();
        String ourselves = server.publicUrl().getHost().replaceAll("[\\[\\]]", "");
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        NetworkFindings findings = NetworkFindings.of(
                now, lists.read(), connector, names.lookUp(connector), ourselves, names.lookUp(ourselves));
        ledger.enter(findings);
        return findings;
    }
}
