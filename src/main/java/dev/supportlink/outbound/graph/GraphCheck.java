package dev.supportlink.outbound.graph;

import dev.supportlink.connection.Connection;
import dev.supportlink.outbound.entra.AppTokens;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import dev.supportlink.verification.Check;
import dev.supportlink.verification.CheckRun;
import dev.supportlink.verification.Outcome;
import dev.supportlink.verification.ReasonCatalogue;
import jakarta.inject.Inject;
import java.util.List;

/** What the Graph checks share: without the permission in the token a refusal is no failure. */
abstract class GraphCheck implements Check {

    @Inject
    AppTokens tokens;

    @Inject
    GraphConnector graph;

    @Inject
    ReasonCatalogue reasons;

    /** The permission that the check's call needs. */
    abstract String permission();

    abstract Outcome look(Connection connection);

    @Override
    public Outcome run(CheckRun run) {
        try {
            return look(run.connection());
        } catch (UpstreamException failure) {
            if (failure.kind() == Kind.FORBIDDEN && !granted(run.connection())) {
                return Outcome.skipped(reasons.reason("not-permitted-to-read"));
            }
            throw failure;
        }
    }

    private boolean granted(Connection connection) {
        return tokens.token(connection).roles().orElse(List.of()).contains(permission());
    }
}
