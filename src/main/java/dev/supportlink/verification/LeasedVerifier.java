package dev.supportlink.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs verifications under a stored lease. No transaction is open while the checks call outside systems, not even that
 * of the job's chunk.
 */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class LeasedVerifier implements ConnectionVerifier {

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

    private void startInBackground(VerificationTicket ticket, String owner) {
        try {
            threads.forVerifications().execute(() -> complete(ticket, owner));
        } catch (RejectedExecutionException full) {
            ledger.withdraw(ticket, owner);
            throw new TooManyVerifications();
        }
    }

    private Verification complete(VerificationTicket ticket, String owner) {
        return ledger.close(ticket, owner, engine.run(ticket.checkRun(), CheckDefinition.BASIC_GATEWAY));
    }

    private Verification find(String id) {
        return verifications.find(id).orElseThrow(() -> new VerificationNotFound(id));
    }
}
