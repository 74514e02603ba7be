package dev.supportlink.inbound.batch;

import dev.supportlink.job.Job;
import dev.supportlink.job.ScheduledWork;
import jakarta.enterprise.context.ApplicationScoped;

/** A look at the network is due whenever its schedule says so. */
@ApplicationScoped
public class NetworkChecks implements ScheduledWork {

    @Override
    public Job job() {
        return Job.CHECK_NETWORK;
    }

    @Override
    public boolean anythingDue() {
        return true;
    }
}
