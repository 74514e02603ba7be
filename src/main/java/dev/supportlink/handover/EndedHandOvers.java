package dev.supportlink.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/** Removes hand-overs, with their sessions, when they have been over for so long that nobody asks for them any more. */
@ApplicationScoped
public class EndedHandOvers {

    /** Rows of one transaction. */
    public static final int BATCH = 100;

    @Inject
    HandOverRepository handOvers;

    @Inject
    HandOverSettings settings;

    @Inject
    Clock clock;

    /** Removes a few; answers how many, fewer than {@link #BATCH} at the end. */
    @Transactional
    public int remove() {
        return handOvers.removeEnded(limit(), BATCH);
    }

    public boolean any() {
        return handOvers.anyEnded(limit());
    }

    private Instant limit() {
        return clock.instant().minus(settings.keptFor());
    }
}
