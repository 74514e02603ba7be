package dev.supportlink.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Finds out how executions ended. The batch container goes on calling an execution started when its server has died, so
 * the lease decides then.
 */
@ApplicationScoped
public class ExecutionWatch {

    private static final System.Logger LOG = System.getLogger(ExecutionWatch.class.getName());

    @Inject
    ExecutionRepository executions;

    @Inject
    BatchContainer container;

    @Inject
    Clock clock;

    /** Stores the ends of everything that has ended. */
    void settleAll() {
        executions.running().forEach(this::settled);
    }

    /** The execution as it stands now. */
    Execution settled(Execution execution) {
        return execution.running()
                ? end(execution).map(end -> settle(execution, end)).orElse(execution)
                : execution;
    }

    private Optional<BatchContainer.End> end(Execution execution) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return Optional.ofNullable(execution.batchId())
                .flatMap(batchId -> container.end(batchId, now))
                .or(() -> endOfDead(execution, now));
    }

    private Optional<BatchContainer.End> endOfDead(Execution execution, Instant now) {
        return executions.leased(execution.id(), now)
                ? Optional.empty()
                : Optional.of(new BatchContainer.End(Execution.Status.FAILED, now, Tally.EMPTY));
    }

    private Execution settle(Execution execution, BatchContainer.End end) {
        Execution ended = execution.ended(end.status(), end.at(), end.counts());
        executions.end(ended);
        LOG.log(
                ended.status() == Execution.Status.COMPLETED ? Level.DEBUG : Level.WARNING,
                "{0}: job {1} {2} {3}",
                ended.id(),
                ended.job().word(),
                ended.status().word(),
                ended.counts().text());
        return ended;
    }
}
