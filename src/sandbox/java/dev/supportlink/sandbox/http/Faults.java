package dev.supportlink.sandbox.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The faults that wait for requests of one server.
 *
 * <p>A request meets the oldest fault that fits it, and uses up one of its times.
 */
public final class Faults {

    /** Fits every method, or every path. */
    private static final String ANY = "";

    /** For faults that stay until they are cleared. */
    public static final int ALWAYS = Integer.MAX_VALUE;

    private record Waiting(String method, String pathPrefix, int times, Fault fault) {
        boolean fits(String requestMethod, String path) {
            return (method.isEmpty() || method.equals(requestMethod)) && path.startsWith(pathPrefix);
        }

        Waiting used() {
            return times == ALWAYS ? this : new Waiting(method, pathPrefix, times - 1, fault);
        }
    }

    private final List<Waiting> waiting = new ArrayList<>();
    private volatile Duration latency = Duration.ZERO;

    /** The next request, whatever it is. */
    public void next(Fault fault) {
        next(1, fault);
    }

    /** The next few requests, whatever they are. */
    public void next(int times, Fault fault) {
        on(ANY, ANY, times, fault);
    }

    /** The next request whose path begins so. */
    public void on(String pathPrefix, Fault fault) {
        on(ANY, pathPrefix, 1, fault);
    }

    /** The next few requests with this method whose path begins so. */
    public synchronized void on(String method, String pathPrefix, int times, Fault fault) {
        waiting.add(new Waiting(method, pathPrefix, times, fault));
    }

    /** Makes every right answer take this long from now on. */
    public void latency(Duration perAnswer) {
        latency = perAnswer;
    }

    /** Forgets all faults and the latency. */
    public synchronized void clear() {
        waiting.clear();
        latency = Duration.ZERO;
    }

    /** What is still waiting, for people. */
    public synchronized List<String> describe() {
        return waiting.stream()
                .map(each -> (each.method() + " " + each.pathPrefix() + " " + each.fault()).strip())
                .toList();
    }

    /** How many faults are still waiting; one that waits for several requests counts once. */
    public synchronized int size() {
        return waiting.size();
    }

    Duration latency() {
        return latency;
    }

    synchronized Optional<Fault> take(String method, String path) {
        for (Iterator<Waiting> each = waiting.iterator(); each.hasNext(); ) {
            Waiting candidate = each.next();
            if (candidate.fits(method, path)) {
                use(candidate);
                return Optional.of(candidate.fault());
            }
        }
        return Optional.empty();
    }

    private void use(Waiting candidate) {
        int index = waiting.indexOf(candidate);
        if (candidate.times() > 1) {
            waiting.set(index, candidate.used());
        } else {
            waiting.remove(index);
        }
    }
}
