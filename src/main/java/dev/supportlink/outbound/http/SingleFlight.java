package dev.supportlink.outbound.http;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Lets one thread do what many ask for at the same time; all get its result or its exception.
 *
 * @param <K> what distinguishes the things asked for
 * @param <V> what comes out
 */
public final class SingleFlight<K, V> {

    private final Map<K, CompletableFuture<V>> flights = new ConcurrentHashMap<>();

    /** The result of the flight that is under way for this key, else of a new one in this thread. */
    public V get(K key, Supplier<V> work) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> other = flights.putIfAbsent(key, mine);
        return other == null ? fly(key, mine, work) : landed(other);
    }

    private V fly(K key, CompletableFuture<V> mine, Supplier<V> work) {
        try {
            V result = work.get();
            mine.complete(result);
            return result;
        } catch (RuntimeException | Error failure) {
            mine.completeExceptionally(failure);
            throw failure;
        } finally {
            flights.remove(key, mine);
        }
    }

    private static <V> V landed(CompletableFuture<V> flight) {
        try {
            return flight.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }
}
