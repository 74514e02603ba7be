package dev.supportlink.outbound.entra;

import dev.supportlink.connection.Connection;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.verification.Check;
import dev.supportlink.verification.CheckRun;
import dev.supportlink.verification.Outcome;
import dev.supportlink.verification.ReasonCatalogue;
import jakarta.inject.Inject;

/** What the checks of the two REST applications share: a refusal's remedy names the application's own step. */
abstract class RestTokenCheck implements Check {

    @Inject
    ReasonCatalogue reasons;

    /** The set-up step at which the application's values are entered. */
    abstract String step();

    abstract Outcome look(Connection connection);

    @Override
    public Outcome run(CheckRun run) {
        try {
            return look(run.connection());
        } catch (UpstreamException failure) {
            return Outcome.failed(reasons.explain(failure).atStep(step()), null, failure.getMessage());
        }
    }
}
