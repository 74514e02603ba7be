package dev.supportlink.inbound.batch;

import dev.supportlink.inbound.LeftoverRepository;
import dev.supportlink.job.Job;
import dev.supportlink.job.ScheduledWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Whether there is anything that nobody can use any more. */
@ApplicationScoped
public class WaitingLeftovers implements ScheduledWork {

    @Inject
    LeftoverRepository rows;

    @Inject
    Clock clock;

    @Override
    public Job job() {
        return Job.PURGE_EXPIRED;
    }

    @Override
    public boolean anythingDue() {
        return rows.any(clock.instant());
    }
}
