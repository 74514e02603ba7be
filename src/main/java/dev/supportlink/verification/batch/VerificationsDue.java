package dev.supportlink.verification.batch;

import dev.supportlink.connection.ConnectionRepository;
import dev.supportlink.job.Job;
import dev.supportlink.job.ScheduledWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Whether any connection waits for its verification. */
@ApplicationScoped
public class VerificationsDue implements ScheduledWork {

    @Inject
    ConnectionRepository connections;

    @Inject
    Clock clock;

    @Override
    public Job job() {
        return Job.VERIFY_CONNECTIONS;
    }

    @Override
    public boolean anythingDue() {
        return !connections.dueForVerification(clock.instant(), 1).isEmpty();
    }
}
