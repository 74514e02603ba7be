package dev.supportlink.job;

import dev.supportlink.platform.text.Word;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of a job.
 *
 * @param batchId of the batch container's job execution; null until the container has taken it
 */
public record Execution(
        String id,
        Job job,
        Status status,
        String startedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        Tally counts,
        @Nullable Long batchId) {

    /** Running, or how it ended. */
    public enum Status implements Word {
        RUNNING,
        COMPLETED,
        FAILED,
        STOPPED
    }

    public boolean running() {
        return status == Status.RUNNING;
    }

    Execution ended(Status how, Instant at, Tally counted) {
        return new Execution(id, job, how, startedBy, startedAt, at, counted, batchId);
    }
}
