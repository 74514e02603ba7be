package dev.supportlink.verification;

import dev.supportlink.audit.AuditTrail;
import dev.supportlink.connection.Connection;
import dev.supportlink.connection.ConnectionRepository;
import dev.supportlink.platform.text.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * Opens and closes verifications. The lock on the connection's row makes sure that of two starts, on any node, one finds
 * the other.
 */
@ApplicationScoped
@Transactional
public class VerificationLedger {

    /** Every check is bounded and at most four follow one another; the rest is for waiting for a thread. */
    private static final int LEASE_IN_CHECKS = 6;

    static final int KEPT = 100;

    @Inject
    ConnectionRepository connections;

    @Inject
    VerificationRepository verifications;

    @Inject
    HealthKeeper health;

    @Inject
    VerificationSettings settings;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    VerificationTicket begin(String connectionId, Trigger trigger, String actor) {
        Connection connection = connections.lock(connectionId);
        return verifications
                .running(connectionId)
                .map(running -> join(running, connection, actor))
                .orElseGet(() -> open(connection, trigger, actor));
    }

    /** Stores the report; the health too, unless the connection was pointed at another target meanwhile. */
    Verification close(VerificationTicket ticket, String owner, List<CheckResult> report) {
        Connection present = connections.lock(ticket.connection().id());
        HealthKeeper.Verdict verdict = health.judge(ticket, present, report, now());
        if (verifications.finish(verdict.verification(), owner, verdict.streak())) {
            health.record(verdict, ticket, present);
            verifications.keepNewest(present.id(), KEPT);
        }
        return verifications.find(ticket.verification().id()).orElse(verdict.verification());
    }

    void withdraw(VerificationTicket ticket, String owner) {
        verifications.withdraw(ticket.verification().id(), owner);
    }

    private VerificationTicket join(Verification running, Connection connection, String actor) {
        if (verifications.leased(running.id(), now())) {
            return new VerificationTicket(running, connection, actor, null);
        }
        Lease lease = lease();
        verifications.takeOver(running.id(), lease);
        return new VerificationTicket(running, connection, actor, lease.owner());
    }

    private VerificationTicket open(Connection connection, Trigger trigger, String actor) {
        Verification opened = new Verification(
                Ids.next(), connection.id(), trigger, Verification.Status.RUNNING, now(), null, List.of());
        Lease lease = lease();
        verifications.add(opened, lease);
        if (trigger == Trigger.PERSON) {
            audit.record(actor, "verification-started", connection.id(), Map.of("verification", opened.id()));
        }
        return new VerificationTicket(opened, connection, actor, lease.owner());
    }

    private Lease lease() {
        Duration lease = settings.checkTimeout().multipliedBy(LEASE_IN_CHECKS);
        return new Lease(Ids.next(), now().plus(lease));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
