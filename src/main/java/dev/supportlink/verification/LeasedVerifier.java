package dev.supportlink.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Runs verifications under a stored lease. No transaction is open while the checks call outside systems, not even that
 * of the job's chunk.
 */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class LeasedVerifier implements ConnectionVerifier {

    private static final System.Logger LOG = System.getLogger(LeasedVerifier.class.getName());
    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(100);

    @Inject
    VerificationLedger ledger;

    @Inject
    VerificationRepository verifications;

    @Inject
    CheckEngine engine;

    @Inject
    VerificationThreads threads;

    @Override
    public Verification start(String connectionId, Trigger trigger, String actor) {
        VerificationTicket ticket = ledger.begin(connectionId, trigger, actor);
        if (ticket.owner() != null) {
            startInBackground(ticket, ticket.owner());
        }
        return ticket.verification();
    }

    @Override
    public Verification run(String connectionId, Trigger trigger, String actor) {
        VerificationTicket ticket = ledger.begin(connectionId, trigger, actor);
        return ticket.owner() == null ? ticket.verification() : complete(ticket, ticket.owner());
    }

    @Override
    public Verification await(String verificationId, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        Verification seen = find(verificationId);
        // Another node may run it, so the database is the only place that knows.
        while (seen.status() == Verification.Status.RUNNING && deadline - System.nanoTime() > 0) {
            LockSupport.parkNanos(Math.min(LOOK_AGAIN, deadline - System.nanoTime()));
            seen = find(verificationId);
        }
        return seen;
    }

    @Override
    public Optional<Verification> newest(String connectionId) {
        return verifications.newest(connectionId);
    }

    /** No thread waits for the checks: the last of them hands the report on. */
    private void startInBackground(VerificationTicket ticket, String owner) {
        if (!threads.enter()) {
            ledger.withdraw(ticket, owner);
            throw new TooManyVerifications();
        }
        var unused = engine.start(ticket.checkRun(), CheckDefinition.of(ticket.connection()))
                .thenAcceptAsync(report -> ledger.close(ticket, owner, report), threads.forChecks())
                .whenComplete((closed, failure) -> left(ticket, failure));
    }

    private void left(VerificationTicket ticket, @Nullable Throwable failure) {
        threads.leave();
        if (failure != null) {
            String id = ticket.connection().id();
            LOG.log(Level.ERROR, id + ": the report of a verification could not be stored", failure);
        }
    }

    private Verification complete(VerificationTicket ticket, String owner) {
        List<CheckResult> report = engine.start(ticket.checkRun(), CheckDefinition.of(ticket.connection()))
                .join();
        return ledger.close(ticket, owner, report);
    }

    private Verification find(String id) {
        return verifications.find(id).orElseThrow(() -> new VerificationNotFound(id));
    }
}
