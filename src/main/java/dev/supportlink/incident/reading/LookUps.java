package dev.supportlink.incident.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps callers that guess from hammering the instance: what led to nothing is remembered for a short time, and the rest
 * is counted. Bounded in memory; each node has its own.
 */
@ApplicationScoped
public class LookUps {

    private static final int MOST = 20_000;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    @Inject
    ReadingSettings settings;

    @Inject
    Clock clock;

    private final Map<LookUp, Instant> fruitless = bounded();
    private final Map<String, Window> windows = bounded();

    private record Window(Instant begin, int count) {}

    /** Whether this led to nothing a short time ago. */
    synchronized boolean wasFruitless(LookUp lookUp) {
        Instant until = fruitless.get(lookUp);
        return until != null && clock.instant().isBefore(until);
    }

    synchronized void noteFruitless(LookUp lookUp) {
        fruitless.put(lookUp, clock.instant().plus(settings.forgetAfter()));
    }

    /** Counts one more question of a connection's callers; {@link TooManyLookUps} when it is one too many. */
    synchronized void count(String connectionId) {
        Instant now = clock.instant();
        Window present = windows.get(connectionId);
        Window window = present == null || !now.isBefore(present.begin().plus(WINDOW)) ? new Window(now, 0) : present;
        if (window.count() >= settings.lookUpsPerMinute()) {
            throw new TooManyLookUps(Duration.between(now, window.begin().plus(WINDOW)));
        }
        windows.put(connectionId, new Window(window.begin(), window.count() + 1));
    }

    private static <K, V> Map<K, V> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > MOST;
            }
        };
    }
}
