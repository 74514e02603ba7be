package dev.supportlink.outbound.servicenow;

import dev.supportlink.connection.Connection;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import dev.supportlink.verification.CheckRun;
import dev.supportlink.verification.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Whether the integration user may read the incident table. */
@ApplicationScoped
public class IncidentReadCheck extends InstanceCheck {

    @Inject
    InstanceTables tables;

    @Override
    public String id() {
        return "incident-read";
    }

    @Override
    Outcome look(CheckRun run, InstanceAccount account) {
        try {
            return Outcome.passed(read(run.connection()));
        } catch (UpstreamException failure) {
            if (failure.kind() == Kind.FORBIDDEN) {
                return failed("incident-not-readable", "incidents can be read", String.valueOf(failure.getMessage()));
            }
            throw failure;
        }
    }

    private String read(Connection connection) {
        EncodedQuery active = EncodedQuery.where("active", "true");
        boolean empty = tables.rows(connection, "incident", active, List.of("sys_id", "number"), 1)
                .isEmpty();
        return empty ? "The incident table answers; it shows no active incident." : "An incident could be read.";
    }
}
