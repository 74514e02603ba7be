package dev.supportlink.sandbox.state;

import java.util.concurrent.atomic.AtomicLong;

/** Notices changes of simulated state and has them saved before anybody is told of them. */
public final class Changes {

    private final AtomicLong made = new AtomicLong();
    private long saved;
    private Runnable saver = () -> {};

    /** Says who saves. Nothing is saved without. */
    public synchronized void savedBy(Runnable saves) {
        saver = saves;
    }

    /** Notes that state changed. */
    public void note() {
        made.incrementAndGet();
    }

    /** Returns when all changes noted so far are saved. */
    public synchronized void settle() {
        long now = made.get();
        if (now != saved) {
            saver.run();
            saved = now;
        }
    }
}
