package dev.supportlink.inbound;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts failures by one property of the request, in windows of fixed length; forgets the longest untouched when full.
 */
final class FailureCounter {

    private static final int MOST = 10_000;
    private static final int KEY_LENGTH = 64;

    private final Map<String, Window> windows = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > MOST;
        }
    };
    private final int allowed;
    private final Duration length;

    FailureCounter(int allowed, Duration length) {
        this.allowed = allowed;
        this.length = length;
    }

    /** Counts one more; the time until the window ends when there were too many already. */
    synchronized Optional<Duration> failed(String property, Instant now) {
        String key = property.length() > KEY_LENGTH ? property.substring(0, KEY_LENGTH) : property;
        Window window = windows.get(key);
        if (window == null || !now.isBefore(window.end)) {
            window = new Window(now.plus(length));
            windows.put(key, window);
        }
        window.failures++;
        return window.failures > allowed ? Optional.of(Duration.between(now, window.end)) : Optional.empty();
    }

    synchronized int size() {
        return windows.size();
    }

    private static final class Window {

        private final Instant end;
        private int failures;

        private Window(Instant end) {
            this.end = end;
        }
    }
}
