package dev.supportlink.outbound.servicenow;

import dev.supportlink.connection.Connection;
import dev.supportlink.incident.IncidentDestination;
import dev.supportlink.incident.RemoteIncident;
import dev.supportlink.verification.CheckRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Writes one incident at a test instance, marked as a test, adds a work note and resolves it. */
@ApplicationScoped
class TestIncident {

    private static final String RESOLVED = "6";
    private static final List<String> CODES =
            List.of("Solution provided", "Solved (Permanently)", "Resolved by caller", "Closed/Resolved by Caller");

    @Inject
    IncidentDestination incidents;

    /** Answers the incident's number. */
    String writeAndResolve(CheckRun run) {
        Connection connection = run.connection();
        RemoteIncident created = incidents.create(
                connection,
                Map.of(
                        "short_description",
                        "[Test] SupportLink verification of " + connection.name(),
                        "description",
                        "Written by a verification to see whether incidents can be written. It may be deleted.",
                        "correlation_id",
                        "supportlink-test-" + run.verificationId(),
                        "correlation_display",
                        "SupportLink test"));
        incidents.update(connection, created.sysId(), Map.of("work_notes", "Test note of the same verification."));
        incidents.update(
                connection,
                created.sysId(),
                Map.of(
                        "state",
                        RESOLVED,
                        "close_code",
                        closeCode(incidents.closeCodes(connection)),
                        "close_notes",
                        "Resolved by the verification that wrote it."));
        return created.number();
    }

    /** Instances know one of two generations of codes, or codes of their own. */
    private static String closeCode(List<String> known) {
        return CODES.stream()
                .filter(code -> known.isEmpty() || known.contains(code))
                .findFirst()
                .orElseGet(() -> known.get(0));
    }
}
