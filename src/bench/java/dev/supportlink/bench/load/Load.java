package dev.supportlink.bench.load;

import dev.supportlink.testing.HttpSocket;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** Callers that each wait for an answer before they send again, on a connection of their own. */
public final class Load {

    private static final Duration BURST = Duration.ofSeconds(5);
    private static final long LONGEST_NANOS = Duration.ofMinutes(2).toNanos();

    private final int callers;

    public Load(int callers) {
        this.callers = callers;
    }

    /** Keeps all callers busy for this long. */
    public Measurement run(Scenario scenario, Duration length) {
        long start = System.nanoTime();
        long end = start + length.toNanos();
        List<Callable<Measurement>> work = new ArrayList<>();
        for (int caller = 0; caller < callers; caller++) {
            int first = caller;
            work.add(() -> call(scenario, first, end));
        }
        Measurement sum = Measurement.sum(inParallel(work));
        return new Measurement(Duration.ofNanos(System.nanoTime() - start), sum.errors(), sum.nanos());
    }

    /**
     * Keeps all callers busy with each of the scenarios for this long, in turns of short bursts. After each burst a pause:
     * while all callers are busy, the compiler of a server gets so little of two cores that it is still at work after
     * minutes.
     */
    public void warmUp(Collection<Scenario> scenarios, Duration length) {
        for (int turn = 0; turn < length.dividedBy(BURST); turn++) {
            scenarios.forEach(this::warmUp);
        }
    }

    private void warmUp(Scenario scenario) {
        System.out.printf(
                "warm-up, %s: %.0f/s%n", scenario.name(), run(scenario, BURST).perSecond());
        pause(BURST);
    }

    /** Waits without asking for anything. */
    public static void pause(Duration length) {
        LockSupport.parkNanos(length.toNanos());
    }

    static Histogram histogram() {
        return new Histogram(LONGEST_NANOS, 3);
    }

    private static Measurement call(Scenario scenario, int first, long end) throws IOException {
        Histogram nanos = histogram();
        long errors = 0;
        try (HttpSocket socket = new HttpSocket(scenario.server())) {
            int next = first;
            for (long before = System.nanoTime(); before < end; before = System.nanoTime()) {
                byte[] request =
                        scenario.requests().get(next++ % scenario.requests().size());
                errors += isRight(socket, request) ? 0 : 1;
                nanos.recordValue(Math.min(System.nanoTime() - before, LONGEST_NANOS));
            }
        }
        return new Measurement(Duration.ZERO, errors, nanos);
    }

    private static boolean isRight(HttpSocket socket, byte[] request) {
        try {
            return socket.exchange(request).status() == 200;
        } catch (IOException lost) {
            return false;
        }
    }

    private List<Measurement> inParallel(List<Callable<Measurement>> work) {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            List<Measurement> done = new ArrayList<>();
            for (Future<Measurement> result : threads.invokeAll(work)) {
                done.add(result.get());
            }
            return done;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while measuring", stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A caller failed", failed.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
