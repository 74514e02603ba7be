package dev.supportlink.outbound.servicenow;

import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import dev.supportlink.verification.CheckRun;
import dev.supportlink.verification.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether the integration user may write incidents: by doing it where that is allowed, else from a delivery that succeeded,
 * else from the role rows where they can be read. Production incidents are never written for a check.
 */
@ApplicationScoped
public class IncidentWriteCheck extends InstanceCheck {

    private static final Set<String> WRITERS =
            Set.of("incident_manager", "itil", "itil_admin", "sn_incident_write", "list_updater", "admin");

    @Inject
    TestIncident testIncident;

    @Inject
    UserRoles userRoles;

    @Inject
    PastedEvidence evidence;

    @Override
    public String id() {
        return "incident-write";
    }

    @Override
    Outcome look(CheckRun run, InstanceAccount account) {
        if (run.mayWrite()) {
            return byWriting(run);
        }
        if (run.connection().writeProvenAt() != null) {
            return Outcome.passed(
                    "A delivery has succeeded since " + run.connection().writeProvenAt() + ".");
        }
        Set<String> roles = userRoles.of(run.connection(), account);
        return roles.isEmpty()
                ? evidence.of(run.connection(), findings -> fromRoles(findings.roles()))
                        .orElseGet(() -> skipped("not-provable-without-writing"))
                : fromRoles(roles);
    }

    private Outcome byWriting(CheckRun run) {
        try {
            return Outcome.passed("Test incident " + testIncident.writeAndResolve(run) + " was written and resolved.");
        } catch (UpstreamException failure) {
            if (failure.kind() == Kind.FORBIDDEN) {
                return failed(
                        "incident-not-writable", "incidents can be written", String.valueOf(failure.getMessage()));
            }
            throw failure;
        }
    }

    private Outcome fromRoles(Set<String> roles) {
        return roles.stream().anyMatch(WRITERS::contains)
                ? Outcome.passed("The user has a role that may write incidents.")
                : warning("incident-not-writable", "one of " + new TreeSet<>(WRITERS), "only " + new TreeSet<>(roles));
    }
}
