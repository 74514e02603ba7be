package dev.supportlink.sandbox.state;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is turned. */
public final class TurnableClock extends Clock {

    private Instant now;

    private TurnableClock(Instant start) {
        this.now = start;
    }

    /** A clock that shows this time. */
    public static TurnableClock at(Instant start) {
        return new TurnableClock(start);
    }

    /** Turns the clock forward. */
    public synchronized void forward(Duration by) {
        now = now.plus(by);
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
