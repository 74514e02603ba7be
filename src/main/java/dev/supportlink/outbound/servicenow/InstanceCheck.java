package dev.supportlink.outbound.servicenow;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.SetupType;
import dev.supportlink.verification.Check;
import dev.supportlink.verification.CheckRun;
import dev.supportlink.verification.Outcome;
import dev.supportlink.verification.ReasonCatalogue;
import jakarta.inject.Inject;

/** What the instance checks share: nothing to look at without an instance. */
abstract class InstanceCheck implements Check {

    @Inject
    ReasonCatalogue reasons;

    abstract Outcome look(CheckRun run, InstanceAccount account);

    @Override
    public Outcome run(CheckRun run) {
        Connection connection = run.connection();
        if (connection.setupType() == SetupType.INSIGHTS_ONLY) {
            return skipped("insights-only");
        }
        if (connection.instance() == null) {
            return skipped("no-instance");
        }
        return look(run, InstanceAccount.of(connection));
    }

    Outcome skipped(String reason) {
        return Outcome.skipped(reasons.reason(reason));
    }

    Outcome failed(String reason, String expected, String seen) {
        return Outcome.failed(reasons.reason(reason), expected, seen);
    }

    Outcome warning(String reason, String expected, String seen) {
        return Outcome.warning(reasons.reason(reason), expected, seen);
    }

    /** A wrong property of the user: failed where the user was made for this connection, else only worth a warning. */
    Outcome unsuitableUser(CheckRun run, String reason, String expected, String seen) {
        boolean isNew = InstanceAccount.instance(run.connection()).userIsNew();
        return isNew ? failed(reason, expected, seen) : warning(reason, expected, seen);
    }
}
