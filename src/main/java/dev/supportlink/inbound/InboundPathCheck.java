package dev.supportlink.inbound;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.InboundMode;
import dev.supportlink.connection.SetupType;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import dev.supportlink.verification.Check;
import dev.supportlink.verification.CheckRun;
import dev.supportlink.verification.Outcome;
import dev.supportlink.verification.Reason;
import dev.supportlink.verification.ReasonCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Signs in and reads as a caller would, by the way and with the kind of sign-in that the set-up gives callers. */
@ApplicationScoped
public class InboundPathCheck implements Check {

    private static final String SELF = "self";
    private static final Duration LATELY = Duration.ofHours(24);

    @Inject
    InboundIdentities identities;

    @Inject
    InboundProbe probe;

    @Inject
    ProbeCaller caller;

    @Inject
    DirectCaller direct;

    @Inject
    ReasonCatalogue reasons;

    @Inject
    Clock clock;

    @Override
    public String id() {
        return "inbound-path";
    }

    @Override
    public Outcome run(CheckRun run) {
        Connection connection = run.connection();
        if (connection.setupType() == SetupType.INSIGHTS_ONLY) {
            return Outcome.skipped(reasons.reason("insights-only"));
        }
        if (connection.sheetConfirmedAt() == null
                || identities.find(connection.id()).isEmpty()) {
            return Outcome.skipped(reasons.reason("waiting-for-m365-admin"));
        }
        return isDirect(connection) ? atInstance(connection) : atPublicUrl(connection);
    }

    /** Without an instance there is nothing that callers could be sent to directly. */
    private static boolean isDirect(Connection connection) {
        return connection.inboundMode() == InboundMode.DIRECT && connection.instance() != null;
    }

    private Outcome atInstance(Connection connection) {
        direct.signInAndRead(connection);
        return Outcome.passed("The values of the completion sheet sign in at the instance and read the incident list.");
    }

    private Outcome atPublicUrl(Connection connection) {
        try {
            return called(connection);
        } catch (UpstreamException failure) {
            if (!failure.system().equals(SELF) || answered(failure)) {
                throw failure;
            }
            return unreachable(connection.id(), failure);
        }
    }

    private Outcome called(Connection connection) {
        ProbeCredentials probed = probe.register(connection.id());
        if (connection.setupType() == SetupType.ENTRA) {
            caller.readAsApplication(connection, probed.pass());
            return Outcome.passed(
                    "A token of the REST user application read the incident list through the public URL.");
        }
        caller.signInReadAndRevoke(probed);
        return Outcome.passed(
                "A probe signed in through the public URL, read the incident list and revoked its token.");
    }

    /** An answer with a bad status carries no code of the way there (DNS, connect, TLS, time-out). */
    private static boolean answered(UpstreamException failure) {
        return failure.kind() != Kind.UNAVAILABLE || failure.code().isEmpty();
    }

    /** Some networks let nobody out to their own public address: real callers are then the better witness. */
    private Outcome unreachable(String connectionId, UpstreamException failure) {
        Reason reason = reasons.reason("public-url-unreachable-from-inside");
        String expected = "an answer at the public URL";
        return calledLately(connectionId)
                ? Outcome.warning(reason, expected, failure.getMessage())
                : Outcome.failed(reason, expected, failure.getMessage());
    }

    private boolean calledLately(String connectionId) {
        Instant limit = clock.instant().minus(LATELY);
        return identities.lastCallAt(connectionId).filter(limit::isBefore).isPresent();
    }
}
