package dev.supportlink.job;

import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.JobExecution;
import jakarta.batch.runtime.StepExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The batch container in our words; the only class that talks to the job operator. Never in a transaction of ours. */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class BatchContainer {

    /** How an execution ended. */
    record End(Execution.Status status, Instant at, Tally counts) {}

    long start(Job job, Map<String, String> parameters) {
        Properties properties = new Properties();
        properties.putAll(parameters);
        return operator().start(job.word(), properties);
    }

    /** The end of an execution; empty while the container takes it for running. */
    Optional<End> end(long batchId, Instant now) {
        try {
            JobExecution execution = operator().getJobExecution(batchId);
            return status(execution).map(status -> new End(status, endTime(execution, now), counts(batchId)));
        } catch (NoSuchJobExecutionException gone) {
            return Optional.of(new End(Execution.Status.FAILED, now, Tally.EMPTY));
        }
    }

    private static Optional<Execution.Status> status(JobExecution execution) {
        return switch (execution.getBatchStatus()) {
            case STARTING, STARTED, STOPPING -> Optional.empty();
            case COMPLETED -> Optional.of(Execution.Status.COMPLETED);
            case STOPPED -> Optional.of(Execution.Status.STOPPED);
            case FAILED, ABANDONED -> Optional.of(Execution.Status.FAILED);
        };
    }

    private static Instant endTime(JobExecution execution, Instant now) {
        return execution.getEndTime() == null ? now : execution.getEndTime().toInstant();
    }

    private static Tally counts(long batchId) {
        return operator().getStepExecutions(batchId).stream()
                .map(StepExecution::getExitStatus)
                .map(Tally::parse)
                .reduce(Tally.EMPTY, Tally::plus);
    }

    private static JobOperator operator() {
        return BatchRuntime.getJobOperator();
    }
}
