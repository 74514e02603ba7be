package dev.supportlink.incident.delivery;

import dev.supportlink.connection.Connection;
import dev.supportlink.verification.Check;
import dev.supportlink.verification.CheckRun;
import dev.supportlink.verification.Outcome;
import dev.supportlink.verification.ReasonCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether deliveries stand still until a person does something. */
@ApplicationScoped
public class DeliveriesCheck implements Check {

    @Inject
    DeliveryQueue queue;

    @Inject
    ReasonCatalogue reasons;

    @Override
    public String id() {
        return "deliveries";
    }

    @Override
    public Outcome run(CheckRun run) {
        String connectionId = run.connection().id();
        long failed = queue.count(connectionId, DeliveryState.FAILED);
        long unclear = queue.count(connectionId, DeliveryState.NEEDS_ATTENTION);
        if (failed + unclear == 0 && !run.connection().servesCallers()) {
            return Outcome.skipped(reasons.reason(whyNone(run.connection())));
        }
        return failed + unclear == 0
                ? Outcome.passed("No delivery has failed or needs attention.")
                : Outcome.failed(
                        reasons.reason("deliveries-stuck"),
                        "none that failed or needs attention",
                        failed + " failed, " + unclear + " in need of attention");
    }

    /** What was accepted before the set-up changed is looked at all the same: it must not be forgotten. */
    private static String whyNone(Connection connection) {
        return connection.sendsCallersToInstance() ? "callers-go-to-instance" : "insights-only";
    }
}
