package dev.supportlink.access;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** When the last few failures of each key happened; bounded, the key that failed least recently is forgotten first. */
final class FailureCounts {

    static final int MOST_KEYS = 10_000;

    private final Map<String, Deque<Instant>> failures = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > MOST_KEYS;
        }
    };

    /** Keeps the newest {@code kept} failures of the key. */
    synchronized void add(String key, Instant now, Instant horizon, int kept) {
        Deque<Instant> times = failures.computeIfAbsent(key, unused -> new ArrayDeque<>(4));
        forgetOld(times, horizon);
        times.addLast(now);
        while (times.size() > kept) {
            times.removeFirst();
        }
    }

    /** The failure that must become older than the horizon before the key is below the limit; empty when it is now. */
    synchronized Optional<Instant> fullUntil(String key, int limit, Instant horizon) {
        Deque<Instant> times = failures.get(key);
        if (times == null) {
            return Optional.empty();
        }
        forgetOld(times, horizon);
        if (times.isEmpty()) {
            failures.remove(key);
        }
        return times.size() > limit ? Optional.of(times.getFirst()) : Optional.empty();
    }

    synchronized int size() {
        return failures.size();
    }

    private static void forgetOld(Deque<Instant> times, Instant horizon) {
        while (!times.isEmpty() && !times.getFirst().isAfter(horizon)) {
            times.removeFirst();
        }
    }
}
