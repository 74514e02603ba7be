package dev.supportlink.outbound.servicenow;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.InboundMode;
import dev.supportlink.connection.SetupType;
import dev.supportlink.outbound.http.JsonFields;
import dev.supportlink.setup.InstanceFindings;
import dev.supportlink.verification.CheckRun;
import dev.supportlink.verification.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the instance's OAuth registry entry is active and, in direct mode, lives as long as the sheet says. */
@ApplicationScoped
public class OauthEntityCheck extends InstanceCheck {

    // What the completion sheet tells the tenant admin to type.
    private static final long SHEET_SECONDS = 864_000;
    private static final String LIFESPAN = "refresh_token_lifespan";

    @Inject
    InstanceTables tables;

    @Inject
    PastedEvidence evidence;

    @Override
    public String id() {
        return "oauth-entity";
    }

    @Override
    Outcome look(CheckRun run, InstanceAccount account) {
        EncodedQuery query = EncodedQuery.where("client_id", account.clientId());
        List<String> fields = List.of("name", "client_id", "active", LIFESPAN);
        Optional<Map<String, String>> entry =
                tables.visibleRows(run.connection(), "oauth_entity", query, fields, 2).stream()
                        .filter(row -> account.clientId().equals(row.get("client_id")))
                        .findFirst();
        return entry.map(row -> judge(run, row))
                .or(() -> evidence.of(run.connection(), findings -> judge(run, findings)))
                .orElseGet(() -> skipped("not-permitted-to-read"));
    }

    /** With tokens of Entra ID there is nothing to refresh. */
    private static boolean callersRefresh(Connection connection) {
        return connection.inboundMode() == InboundMode.DIRECT && connection.setupType() == SetupType.BASIC;
    }

    private Outcome judge(CheckRun run, InstanceFindings findings) {
        InstanceFindings.Registration row = findings.registration();
        if (row == null) {
            return skipped("not-permitted-to-read");
        }
        Outcome outcome = judge(
                run,
                Map.of(
                        "name",
                        row.name(),
                        "active",
                        String.valueOf(row.active()),
                        LIFESPAN,
                        String.valueOf(row.refreshTokenLifespan())));
        boolean closed = findings.tables().stream()
                .anyMatch(table -> table.name().equals("oauth_entity") && !table.readAccess());
        return closed && outcome.verdict() == Outcome.Verdict.PASSED
                ? warning("oauth-entity-cross-scope", "Can read is ticked", "it is not ticked")
                : outcome;
    }

    private Outcome judge(CheckRun run, Map<String, String> entry) {
        if ("false".equals(entry.get("active"))) {
            return failed("oauth-entity-inactive", "active = true", "active = false");
        }
        Optional<Long> lifespan = Optional.ofNullable(entry.get(LIFESPAN)).flatMap(JsonFields::number);
        boolean tooShort = lifespan.filter(seconds -> seconds < SHEET_SECONDS).isPresent();
        if (callersRefresh(run.connection()) && tooShort) {
            return failed("oauth-entity-lifespan", "at least " + SHEET_SECONDS + " s", lifespan.get() + " s");
        }
        return Outcome.passed("The registry entry " + entry.getOrDefault("name", "") + " is active.");
    }
}
