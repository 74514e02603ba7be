package dev.supportlink.inbound.batch;

import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Leaves the database to others for as long as each piece of work took: where writers wait for one another, as on the
 * embedded database, callers get at least half of it however much there is to do.
 */
final class Pace {

    /** A piece that took longer met something else, such as a lock. */
    static final Duration LONGEST = Duration.ofMillis(500);

    private final LongSupplier nanoTime;
    private final LongConsumer park;
    private long begun;
    private boolean working;

    /** @param park waits for some nanoseconds, or less */
    Pace(LongSupplier nanoTime, LongConsumer park) {
        this.nanoTime = nanoTime;
        this.park = park;
    }

    /** Before each piece of work. */
    void next() {
        if (working) {
            park.accept(Math.min(nanoTime.getAsLong() - begun, LONGEST.toNanos()));
        }
        working = true;
        begun = nanoTime.getAsLong();
    }
}
