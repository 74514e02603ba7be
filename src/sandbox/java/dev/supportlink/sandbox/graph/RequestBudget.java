package dev.supportlink.sandbox.graph;

import dev.supportlink.sandbox.state.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Graph's limits for service communications: so many requests a minute and an hour, per application and tenant. */
final class RequestBudget {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Simulation simulation;
    private final Map<String, Deque<Instant>> used = new ConcurrentHashMap<>();
    private volatile int perMinute = 240;
    private volatile int perHour = 800;

    RequestBudget(Simulation simulation) {
        this.simulation = simulation;
    }

    void limits(int minute, int hour) {
        perMinute = minute;
        perHour = hour;
    }

    /** Counts a request; what comes back is the Retry-After value of a refusal. */
    Optional<String> use(String caller) {
        Deque<Instant> times = used.computeIfAbsent(caller, unused -> new ArrayDeque<>());
        synchronized (times) {
            Instant now = simulation.now();
            times.removeIf(time -> !time.isAfter(now.minus(HOUR)));
            Optional<Duration> wait = wait(times, now, MINUTE, perMinute).or(() -> wait(times, now, HOUR, perHour));
            if (wait.isEmpty()) {
                times.addLast(now);
            }
            return wait.map(RequestBudget::fractionalSeconds);
        }
    }

    private static Optional<Duration> wait(Deque<Instant> times, Instant now, Duration window, int limit) {
        Instant[] inWindow =
                times.stream().filter(time -> time.isAfter(now.minus(window))).toArray(Instant[]::new);
        return inWindow.length < limit
                ? Optional.empty()
                : Optional.of(Duration.between(now, inWindow[inWindow.length - limit].plus(window)));
    }

    /** The live service sends fractions of seconds. */
    private static String fractionalSeconds(Duration wait) {
        return String.format(Locale.ROOT, "%.3f", wait.toMillis() / 1000.0);
    }
}
