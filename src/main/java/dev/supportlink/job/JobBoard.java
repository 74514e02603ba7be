package dev.supportlink.job;

import dev.supportlink.platform.page.PageRequest;
import dev.supportlink.platform.page.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What there is to see about jobs: schedule, last and next run, executions. */
@ApplicationScoped
public class JobBoard {

    @Inject
    JobSettings settings;

    @Inject
    ExecutionRepository executions;

    @Inject
    ExecutionWatch watch;

    @Inject
    JobTimers timers;

    /** One job's line. */
    public record Entry(
            Job job,
            @Nullable Duration schedule,
            @Nullable Execution last,
            @Nullable Instant next) {}

    public Entry entry(Job job) {
        return new Entry(
                job,
                settings.scheduleOf(job).orElse(null),
                executions.newest(job).map(watch::settled).orElse(null),
                timers.next(job).orElse(null));
    }

    /** Newest first. */
    public Slice<Execution> executions(Job job, PageRequest page) {
        return executions.list(job, page).map(watch::settled);
    }
}
