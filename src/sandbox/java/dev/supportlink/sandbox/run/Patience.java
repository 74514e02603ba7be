package dev.supportlink.sandbox.run;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Looks again and again, for a bounded time, and says every few seconds that it still does. */
final class Patience {

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration SAY_SO_EVERY = Duration.ofSeconds(5);

    private final Progress progress;

    Patience(Progress progress) {
        this.progress = progress;
    }

    /** What the look found; empty when the limit passed first. */
    <T> Optional<T> until(String what, Duration limit, Supplier<Optional<T>> look) {
        long start = System.nanoTime();
        long said = start;
        Optional<T> found = look.get();
        while (found.isEmpty() && since(start).compareTo(limit) < 0) {
            pause(PAUSE);
            if (since(said).compareTo(SAY_SO_EVERY) >= 0) {
                progress.line(
                        "... still waiting for " + what + " (" + since(start).toSeconds() + " s)");
                said = System.nanoTime();
            }
            found = look.get();
        }
        return found;
    }

    /** Whether the condition came true before the limit. */
    boolean waitUntil(String what, Duration limit, BooleanSupplier condition) {
        return until(what, limit, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty())
                .isPresent();
    }

    static void pause(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new RunFailed("The server is stopping.", "Nothing; start it again to go on.");
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
