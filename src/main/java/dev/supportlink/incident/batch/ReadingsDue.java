package dev.supportlink.incident.batch;

import dev.supportlink.incident.reading.ReadingQueue;
import dev.supportlink.job.Job;
import dev.supportlink.job.ScheduledWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Whether any copy waits to be held against its counterpart. */
@ApplicationScoped
public class ReadingsDue implements ScheduledWork {

    @Inject
    ReadingQueue queue;

    @Inject
    Clock clock;

    @Override
    public Job job() {
        return Job.READ_INCIDENTS;
    }

    @Override
    public boolean anythingDue() {
        return queue.anyDue(clock.instant());
    }
}
