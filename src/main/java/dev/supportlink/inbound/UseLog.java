package dev.supportlink.inbound;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

/**
 * Notes when things were last used, at most once a minute each and never in the way of the caller: uses wait in memory
 * for a background write. Bounded; what does not fit is noted at the next use.
 */
final class UseLog {

    private static final System.Logger LOG = System.getLogger(UseLog.class.getName());
    private static final Duration GAP = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final Map<String, Instant> noted = new ConcurrentHashMap<>();
    private final Map<String, Instant> waiting = new ConcurrentHashMap<>();
    private final AtomicBoolean writing = new AtomicBoolean();
    private final Executor executor;
    private final BiConsumer<String, Instant> write;

    UseLog(Executor executor, BiConsumer<String, Instant> write) {
        this.executor = executor;
        this.write = write;
    }

    void used(String id, Instant now) {
        Instant last = noted.get(id);
        boolean lately = last != null && now.isBefore(last.plus(GAP));
        if (lately || waiting.size() >= MOST) {
            return;
        }
        if (noted.size() >= MOST) {
            noted.clear();
        }
        noted.put(id, now);
        waiting.put(id, now);
        if (writing.compareAndSet(false, true)) {
            startWriting();
        }
    }

    private void startWriting() {
        try {
            executor.execute(this::writeWaiting);
        } catch (RejectedExecutionException stopping) {
            writing.set(false);
            LOG.log(System.Logger.Level.DEBUG, "Uses are not noted: the server stops", stopping);
        }
    }

    /** Uses that come while it works are written by it too, or by the next run: the flag falls before the last look. */
    private void writeWaiting() {
        do {
            waiting.keySet().forEach(this::writeOne);
            writing.set(false);
        } while (!waiting.isEmpty() && writing.compareAndSet(false, true));
    }

    private void writeOne(String id) {
        Instant at = waiting.remove(id);
        if (at == null) {
            return;
        }
        try {
            write.accept(id, at);
        } catch (RuntimeException failure) {
            noted.remove(id);
            LOG.log(
                    System.Logger.Level.WARNING,
                    id + " was used, which could not be noted; the next use will be",
                    failure);
        }
    }
}
