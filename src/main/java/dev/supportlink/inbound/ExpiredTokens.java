package dev.supportlink.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Removes tokens that nobody can use any more, in transactions small enough to be in nobody's way. */
@ApplicationScoped
public class ExpiredTokens {

    static final int BATCH = 500;

    @Inject
    TokenRepository tokens;

    @Inject
    ProbeRepository probes;

    @Inject
    Clock clock;

    /** Removes all that have expired by now; safe to repeat, and to stop at any point. Answers how many tokens went. */
    public long purge() {
        Instant now = clock.instant();
        probes.removeExpired(now);
        long removed = 0;
        int batch;
        do {
            batch = tokens.removeExpired(now, BATCH);
            removed += batch;
        } while (batch == BATCH);
        return removed;
    }
}
