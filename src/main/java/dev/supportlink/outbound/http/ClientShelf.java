package dev.supportlink.outbound.http;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the clients used last, because each holds memory and open connections. One that is put away is closed only later:
 * a call may still be under way with it.
 *
 * @param <K> what distinguishes clients
 */
final class ClientShelf<K> {

    /** Longer than any call takes, repetitions included. */
    static final Duration GRACE = Duration.ofMinutes(15);

    private final int capacity;
    private final Map<K, Object> clients = new LinkedHashMap<>(16, 0.75f, true);
    private final Deque<PutAway> putAway = new ArrayDeque<>();

    private record PutAway(Object client, Instant at) {}

    ClientShelf(int capacity) {
        this.capacity = capacity;
    }

    synchronized Optional<Object> find(K key) {
        return Optional.ofNullable(clients.get(key));
    }

    /** Keeps this client, or the one that another thread put there first; answers the one that is kept. */
    synchronized Object keep(K key, Object client, Instant now) {
        Object first = clients.putIfAbsent(key, client);
        if (first != null) {
            putAway.add(new PutAway(client, now));
            return first;
        }
        if (clients.size() > capacity) {
            putEldestAway(now);
        }
        return client;
    }

    private void putEldestAway(Instant now) {
        Iterator<Object> byLastUse = clients.values().iterator();
        putAway.add(new PutAway(byLastUse.next(), now));
        byLastUse.remove();
    }

    /** Takes out the clients that nobody can be using any more. */
    synchronized List<Object> takeUnused(Instant now) {
        List<Object> unused = new ArrayList<>();
        for (@Nullable PutAway next = putAway.peek(); next != null && isOver(next, now); next = putAway.peek()) {
            unused.add(putAway.remove().client());
        }
        return unused;
    }

    /** Takes out all clients. */
    synchronized List<Object> takeAll() {
        List<Object> all = new ArrayList<>(clients.values());
        putAway.forEach(each -> all.add(each.client()));
        clients.clear();
        putAway.clear();
        return all;
    }

    private static boolean isOver(PutAway client, Instant now) {
        return !now.isBefore(client.at().plus(GRACE));
    }
}
