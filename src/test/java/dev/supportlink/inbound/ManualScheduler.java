package dev.supportlink.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs work at once on the caller's thread, and scheduled work when the test says that its time has come. */
final class ManualScheduler extends ScheduledThreadPoolExecutor {

    private final List<Runnable> scheduled = new ArrayList<>();

    ManualScheduler() {
        super(0);
    }

    @Override
    public void execute(Runnable work) {
        work.run();
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable work, long delay, TimeUnit unit) {
        scheduled.add(work);
        return new Never();
    }

    int waiting() {
        return scheduled.size();
    }

    void timePasses() {
        List<Runnable> due = List.copyOf(scheduled);
        scheduled.clear();
        due.forEach(Runnable::run);
    }

    /** A future nobody asks. */
    private static final class Never extends CompletableFuture<Object> implements ScheduledFuture<Object> {

        @Override
        public long getDelay(TimeUnit unit) {
            return 0;
        }

        @Override
        public int compareTo(Delayed other) {
            return 0;
        }
    }
}
