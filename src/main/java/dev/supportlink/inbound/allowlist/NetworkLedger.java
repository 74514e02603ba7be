package dev.supportlink.inbound.allowlist;

import dev.supportlink.audit.AuditTrail;
import dev.supportlink.inbound.allowlist.LookedUp.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.TreeMap;

/** Keeps findings, and tells the audit trail when they are others than last time. */
@ApplicationScoped
@Transactional
public class NetworkLedger {

    private static final System.Logger LOG = System.getLogger(NetworkLedger.class.getName());

    @Inject
    NetworkFindingsRepository kept;

    @Inject
    AuditTrail audit;

    void enter(NetworkFindings findings) {
        boolean known = kept.newest().filter(findings::sayTheSameAs).isPresent();
        kept.keep(findings);
        if (!known) {
            audit.record("job:check-network", "network-findings-changed", null, told(findings));
        }
        LOG.log(
                needsAPerson(findings) ? Level.WARNING : Level.INFO,
                "check-network: {0} is {1}, missing from the allow list: {2}, no longer resolved: {3}; {4} is {5}",
                findings.host(),
                findings.outcome().word(),
                findings.missing(),
                findings.noLongerResolved(),
                findings.publicHost(),
                findings.publicOutcome().word());
    }

    private static boolean needsAPerson(NetworkFindings findings) {
        return !findings.missing().isEmpty() || findings.publicOutcome() == Outcome.NO_SUCH_HOST;
    }

    private static Map<String, String> told(NetworkFindings findings) {
        Map<String, String> detail = new TreeMap<>();
        detail.put("host", findings.host());
        detail.put("outcome", findings.outcome().word());
        detail.put("missing", String.join(", ", findings.missing()));
        detail.put("noLongerResolved", String.join(", ", findings.noLongerResolved()));
        detail.put("publicHost", findings.publicHost());
        detail.put("publicOutcome", findings.publicOutcome().word());
        return detail;
    }
}
