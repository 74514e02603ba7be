package dev.supportlink.inbound;

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

/** Signs in and reads as a caller would, through the public URL. */
@ApplicationScoped
public class InboundPathCheck implements Check {

    private static final Duration LATELY = Duration.ofHours(24);

    @Inject
    InboundIdentities identities;

    @Inject
    InboundProbe probe;

    @Inject
    ProbeCaller caller;

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
        String connectionId = run.connection().id();
        if (run.connection().sheetConfirmedAt() == null
                || identities.find(connectionId).isEmpty()) {
            return Outcome.skipped(reasons.reason("waiting-for-m365-admin"));
        }
        try {
            caller.signInReadAndRevoke(probe.register(connectionId));
        } catch (UpstreamException failure) {
            if (answered(failure)) {
                throw failure;
            }
            return unreachable(connectionId, failure);
        }
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
