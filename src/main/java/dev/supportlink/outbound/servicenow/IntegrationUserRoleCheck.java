package dev.supportlink.outbound.servicenow;

import dev.supportlink.verification.CheckRun;
import dev.supportlink.verification.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.TreeSet;

/** Whether the integration user has the role that the set-up guide asks for. */
@ApplicationScoped
public class IntegrationUserRoleCheck extends InstanceCheck {

    private static final String WANTED = "incident_manager";

    @Inject
    UserRoles userRoles;

    @Inject
    PastedEvidence evidence;

    @Override
    public String id() {
        return "integration-user-role";
    }

    @Override
    Outcome look(CheckRun run, InstanceAccount account) {
        Set<String> roles = userRoles.of(run.connection(), account);
        return roles.isEmpty()
                ? evidence.of(run.connection(), findings -> judge(run, account, findings.roles()))
                        .orElseGet(() -> skipped("not-permitted-to-read"))
                : judge(run, account, roles);
    }

    private Outcome judge(CheckRun run, InstanceAccount account, Set<String> roles) {
        return roles.contains(WANTED)
                ? Outcome.passed(account.userName() + " has the role " + WANTED + ".")
                : unsuitableUser(run, "role-missing", WANTED, String.join(", ", new TreeSet<>(roles)));
    }
}
