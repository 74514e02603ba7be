package dev.supportlink.job;

import dev.supportlink.audit.AuditTrail;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Starts jobs; the only way to do so. */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class JobLauncher {

    /** The job parameter that says how much a run takes in: {@code due} by schedule, {@code all} by hand. */
    public static final String SELECTION = "selection";

    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(100);

    @Inject
    ExecutionLedger ledger;

    @Inject
    ExecutionRepository executions;

    @Inject
    ExecutionWatch watch;

    @Inject
    BatchContainer container;

    @Inject
    @Any
    Instance<ScheduledWork> work;

    @Inject
    AuditTrail audit;

    /** Starts a run over everything, for a person; {@link JobAlreadyRunning} when the job runs on any node. */
    public Execution start(Job job, String actor) {
        Execution started = launch(job, actor, "all");
        audit.record(actor, "job-started", null, Map.of("job", job.word(), "execution", started.id()));
        return started;
    }

    /** Starts a run over what is due, unless there is nothing to do or the job runs. */
    void startDue(Job job) {
        if (work.stream().noneMatch(offered -> offered.job() == job && offered.anythingDue())) {
            return;
        }
        try {
            launch(job, "schedule", "due");
        } catch (JobAlreadyRunning soon) {
            // The running one, or the next tick, takes care of what is due.
        }
    }

    /** The execution, ended, or as it stands when {@code atMost} has passed. */
    public Execution await(Execution started, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        Execution seen = read(started.job(), started.id());
        while (seen.running() && deadline - System.nanoTime() > 0) {
            LockSupport.parkNanos(Math.min(LOOK_AGAIN, deadline - System.nanoTime()));
            seen = read(started.job(), started.id());
        }
        return seen;
    }

    /** The execution as it stands; {@link ExecutionNotFound} when the job has none of this id. */
    public Execution read(Job job, String id) {
        return executions
                .find(id)
                .filter(found -> found.job() == job)
                .map(watch::settled)
                .orElseThrow(() -> new ExecutionNotFound(job, id));
    }

    private Execution launch(Job job, String actor, String selection) {
        executions.running(job).ifPresent(watch::settled);
        Execution opened = ledger.open(job, actor);
        try {
            executions.attach(opened.id(), container.start(job, Map.of(SELECTION, selection)));
        } catch (BatchRuntimeException refused) {
            executions.remove(opened.id());
            throw refused;
        }
        return opened;
    }
}
