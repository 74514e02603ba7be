package dev.supportlink.testing;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for something that another thread or process brings about, for a bounded time. */
public final class Waiting {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

    private Waiting() {}

    /** Returns as soon as the condition holds; AssertionError when the time is over. */
    public static void until(Duration bound, String what, BooleanSupplier condition) {
        long end = System.nanoTime() + bound.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not seen within " + bound + ": " + what);
            }
            LockSupport.parkNanos(PAUSE);
        }
    }
}
