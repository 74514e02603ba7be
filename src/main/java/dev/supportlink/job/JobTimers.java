package dev.supportlink.job;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * The clockwork of jobs: one persistent timer per job, shared by all nodes, of which one runs each tick; and a timer of
 * this node alone that renews its leases.
 */
@Startup
@Singleton
@DependsOn("DatabaseGuard")
@Lock(LockType.READ)
public class JobTimers {

    @Resource
    TimerService timers;

    @Inject
    JobSettings settings;

    @Inject
    ExecutionRepository executions;

    @Inject
    ExecutionLedger ledger;

    @Inject
    ExecutionWatch watch;

    @Inject
    JobLauncher launcher;

    /** In one transaction with the lock, so that nodes that start together make one timer. */
    @PostConstruct
    void arrange() {
        Arrays.stream(Job.values()).forEach(this::arrange);
    }

    /** When the job looks for work next; empty without a schedule. */
    public Optional<Instant> next(Job job) {
        return timers.getTimers().stream()
                .filter(timer -> isOf(timer, job))
                .map(timer -> timer.getNextTimeout().toInstant())
                .findFirst();
    }

    @Timeout
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void tick(Timer timer) {
        Arrays.stream(Job.values()).filter(job -> isOf(timer, job)).forEach(launcher::startDue);
    }

    @Schedule(hour = "*", minute = "*", second = "*/30", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void keepAlive() {
        ledger.renew();
        watch.settleAll();
    }

    private void arrange(Job job) {
        executions.lock(job);
        Optional<Duration> schedule = settings.scheduleOf(job);
        String wanted = job.word() + " " + schedule.map(Duration::toString).orElse("off");
        boolean there = timers.getTimers().stream().anyMatch(timer -> wanted.equals(timer.getInfo()));
        if (!there) {
            timers.getTimers().stream().filter(timer -> isOf(timer, job)).forEach(Timer::cancel);
            schedule.ifPresent(interval -> timers.createIntervalTimer(
                    interval.toMillis(), interval.toMillis(), new TimerConfig(wanted, true)));
        }
    }

    private static boolean isOf(Timer timer, Job job) {
        return timer.getInfo() instanceof String info && info.startsWith(job.word() + " ");
    }
}
