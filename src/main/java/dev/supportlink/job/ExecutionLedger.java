package dev.supportlink.job;

import dev.supportlink.platform.text.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Opens executions, one of a job at a time on all nodes, and keeps those of this node alive. */
@ApplicationScoped
@Transactional
public class ExecutionLedger {

    /** Four renewals may fail before another node takes the job for dead. */
    static final Duration LEASE = Duration.ofMinutes(2);

    static final int KEPT = 1000;

    private final String node = Ids.next();

    @Inject
    ExecutionRepository executions;

    @Inject
    Clock clock;

    /** A new execution; {@link JobAlreadyRunning} when there is one. */
    Execution open(Job job, String actor) {
        executions.lock(job);
        executions.running(job).ifPresent(running -> {
            throw new JobAlreadyRunning(running);
        });
        Execution opened =
                new Execution(Ids.next(), job, Execution.Status.RUNNING, actor, now(), null, Tally.EMPTY, null);
        executions.add(opened, node, now().plus(LEASE));
        executions.keepNewest(job, KEPT);
        return opened;
    }

    void renew() {
        executions.renew(node, now().plus(LEASE));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
