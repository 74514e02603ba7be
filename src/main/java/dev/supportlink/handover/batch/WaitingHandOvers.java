package dev.supportlink.handover.batch;

import dev.supportlink.handover.EndedHandOvers;
import dev.supportlink.job.Job;
import dev.supportlink.job.ScheduledWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether there are hand-overs that have been over for long. */
@ApplicationScoped
public class WaitingHandOvers implements ScheduledWork {

    @Inject
    EndedHandOvers ended;

    @Override
    public Job job() {
        return Job.PURGE_EXPIRED;
    }

    @Override
    public boolean anythingDue() {
        return ended.any();
    }
}
