package dev.supportlink.inbound;

import dev.supportlink.inbound.Leftovers.Kind;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/**
 * One walk over everything that nobody can use any more, some hundred rows at a time. It may end at any point; another
 * walk begins at the front.
 */
public final class Purge {

    /** Rows of one transaction. */
    public static final int BATCH = 500;

    private final LeftoverRepository rows;
    private final Instant now;
    private final Deque<Kind> kinds = new ArrayDeque<>(Arrays.asList(Kind.values()));
    private String behind = "";

    public Purge(LeftoverRepository rows, Instant now) {
        this.rows = rows;
        this.now = now;
    }

    /** The next rows to remove, in the transaction that removes them; empty at the end. */
    public Optional<Leftovers> next() {
        while (!kinds.isEmpty()) {
            Optional<Leftovers> found = rows.next(kinds.element(), behind, now, BATCH);
            found.ifPresentOrElse(leftovers -> behind = leftovers.last(), this::nextKind);
            if (found.isPresent() && !found.get().ids().isEmpty()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private void nextKind() {
        kinds.remove();
        behind = "";
    }
}
