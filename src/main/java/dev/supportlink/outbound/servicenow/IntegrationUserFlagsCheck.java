package dev.supportlink.outbound.servicenow;

import dev.supportlink.setup.InstanceFindings;
import dev.supportlink.verification.CheckRun;
import dev.supportlink.verification.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the integration user is active, not locked out, and for web services only. */
@ApplicationScoped
public class IntegrationUserFlagsCheck extends InstanceCheck {

    private static final String WEB_SERVICE_ONLY = "web_service_access_only";
    private static final List<String> FIELDS =
            List.of("user_name", "active", "locked_out", "password_needs_reset", WEB_SERVICE_ONLY);

    @Inject
    InstanceTables tables;

    @Inject
    PastedEvidence evidence;

    @Override
    public String id() {
        return "integration-user-flags";
    }

    @Override
    Outcome look(CheckRun run, InstanceAccount account) {
        EncodedQuery query = EncodedQuery.where("user_name", account.userName());
        Optional<Map<String, String>> user = tables.visibleRows(run.connection(), "sys_user", query, FIELDS, 2).stream()
                .filter(row -> account.userName().equals(row.get("user_name")))
                .findFirst();
        // What is seen now wins; a row with hidden fields that shows nothing wrong says nothing.
        return user.map(flags -> judge(run, flags))
                .filter(seen -> seen.verdict() != Outcome.Verdict.SKIPPED)
                .or(() -> evidence.of(run.connection(), findings -> judge(run, flags(findings.user()))))
                .orElseGet(() -> skipped("not-permitted-to-read"));
    }

    private static Map<String, String> flags(InstanceFindings.User user) {
        return Map.of(
                "user_name",
                user.userName(),
                "active",
                String.valueOf(user.active()),
                "locked_out",
                String.valueOf(user.lockedOut()),
                "password_needs_reset",
                String.valueOf(user.passwordNeedsReset()),
                WEB_SERVICE_ONLY,
                String.valueOf(user.webServiceAccessOnly()));
    }

    private Outcome judge(CheckRun run, Map<String, String> flags) {
        if ("false".equals(flags.get("active"))) {
            return failed("user-inactive", "active = true", "active = false");
        }
        if ("true".equals(flags.get("locked_out"))) {
            return failed("user-locked-out", "locked_out = false", "locked_out = true");
        }
        if ("true".equals(flags.get("password_needs_reset"))) {
            return failed("user-password-needs-reset", "password_needs_reset = false", "password_needs_reset = true");
        }
        if ("false".equals(flags.get(WEB_SERVICE_ONLY))) {
            return unsuitableUser(run, "not-web-service-only", "Web service access only is ticked", "it is not ticked");
        }
        return flags.keySet().containsAll(FIELDS)
                ? Outcome.passed("The user is active, not locked out and for web services only.")
                : skipped("not-permitted-to-read");
    }
}
