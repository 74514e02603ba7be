package dev.supportlink.handover;

import dev.supportlink.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** Notices when a living hand-over's role has nothing left to do, or has again, and tells the operator. */
@ApplicationScoped
public class HandOverProgress {

    @Inject
    HandOverRepository handOvers;

    @Inject
    RoleWork work;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** To be called in the transaction that changed how far the set-up is, by who holds the connection's lock. */
    public void note(String connectionId) {
        Instant now = clock.instant();
        handOvers.alive(connectionId, now).forEach(handOver -> note(handOver, now));
    }

    private void note(HandOver handOver, Instant now) {
        boolean left = work.of(handOver.connectionId(), handOver.role()) == RoleWork.Progress.LEFT;
        if (left == (handOver.finishedAt() == null)) {
            return;
        }
        handOvers.recordFinish(handOver.id(), left ? null : now);
        audit.record(
                handOver.holder().name(),
                left ? "hand-over-reopened" : "hand-over-finished",
                handOver.connectionId(),
                Map.of("handOver", handOver.id(), "adminRole", handOver.role().word()));
    }
}
