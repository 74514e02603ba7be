package dev.supportlink.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Lets the callers of one connection run a few searches at a time, on each node: a search may take seconds, and all
 * connections share the database. Whoever comes when all turns are taken is told to come again.
 */
@ApplicationScoped
public class ListTurns {

    static final int AT_ONCE = 8;

    private final Map<String, Integer> running = new ConcurrentHashMap<>();

    /** {@link TooManySearches} when there is no turn left. */
    <T> T within(String connectionId, Supplier<T> search) {
        running.merge(connectionId, 1, ListTurns::oneMore);
        try {
            return search.get();
        } finally {
            running.computeIfPresent(connectionId, (id, turns) -> turns == 1 ? null : turns - 1);
        }
    }

    private static int oneMore(int turns, int one) {
        if (turns >= AT_ONCE) {
            throw new TooManySearches();
        }
        return turns + one;
    }
}
