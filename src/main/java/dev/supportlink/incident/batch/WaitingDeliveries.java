package dev.supportlink.incident.batch;

import dev.supportlink.incident.delivery.DeliveryRunner;
import dev.supportlink.job.Job;
import dev.supportlink.job.ScheduledWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether any delivery waits to be attempted. */
@ApplicationScoped
public class WaitingDeliveries implements ScheduledWork {

    @Inject
    DeliveryRunner runner;

    @Override
    public Job job() {
        return Job.DELIVER_INCIDENTS;
    }

    @Override
    public boolean anythingDue() {
        return runner.anythingDue();
    }
}
