package dev.supportlink.inbound;

import java.time.Instant;
import java.util.Optional;

/**
 * Finds rows that nobody can use any more, and removes them. Rows that another transaction holds are passed over: a purge
 * never waits for a sign-in, a revocation or the purge of another node. Joins the caller's transaction.
 */
public interface LeftoverRepository {

    /**
     * The next rows of a kind, at most {@code most}, held until the transaction ends; empty when there are none. Tokens come
     * in the order in which they ended, so that neighbours in the table go together.
     *
     * @param behind {@link Leftovers#last} of the rows before; empty for the front
     * @param now what ends later is still of use
     */
    Optional<Leftovers> next(Leftovers.Kind kind, String behind, Instant now, int most);

    /** Removes what {@link #next} answered in the same transaction; answers how many rows. */
    int remove(Leftovers leftovers);

    /** Whether there is anything to remove; cheap. */
    boolean any(Instant now);
}
