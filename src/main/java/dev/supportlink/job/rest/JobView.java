package dev.supportlink.job.rest;

import dev.supportlink.job.JobBoard;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job as the admin API shows it.
 *
 * @param schedule the time between two looks for work; null when it is started by hand only
 */
public record JobView(
        String name,
        String title,
        @Nullable String schedule,
        @Nullable ExecutionView lastRun,
        @Nullable Instant nextRun) {

    static JobView of(JobBoard.Entry entry) {
        return new JobView(
                entry.job().word(),
                entry.job().title(),
                entry.schedule() == null ? null : entry.schedule().toString(),
                entry.last() == null ? null : ExecutionView.of(entry.last()),
                entry.next());
    }
}
