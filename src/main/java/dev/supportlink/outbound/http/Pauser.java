package dev.supportlink.outbound.http;

import java.time.Duration;

/** Waits between two attempts. */
@FunctionalInterface
public interface Pauser {

    /** Returns after this time, or at once when the thread is interrupted. */
    void pause(Duration time);
}
