package dev.supportlink.inbound.entra;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The keys of one publisher as they are known here, and when newer ones may be asked for. */
final class KeyShelf {

    /** After a failure, while there is no key at all. */
    private static final Duration RETRY = Duration.ofSeconds(30);

    private final Duration refresh;
    private final Duration gap;
    private final Duration usable;
    private @Nullable IssuerKeys keys;
    private Instant fetchedAt = Instant.MIN;
    private Instant nextFetch = Instant.MIN;
    private @Nullable CompletableFuture<Void> underWay;
    private boolean failing;

    /** A question to Entra ID that is under way; {@code mine} for the one who has to ask it. */
    record Fetch(CompletableFuture<Void> done, boolean mine) {}

    KeyShelf(EntraKeySettings settings) {
        this.refresh = settings.refresh();
        this.gap = settings.refreshGap();
        this.usable = settings.usable();
    }

    /** The keys, unless they are too old to be used any more. */
    synchronized Optional<IssuerKeys> keys(Instant now) {
        return Optional.ofNullable(keys).filter(some -> now.isBefore(fetchedAt.plus(usable)));
    }

    /**
     * What to wait for before this key is looked up; empty when the keys at hand are fresh and have it, and when it is too
     * soon to ask again.
     */
    synchronized Optional<Fetch> fetchFor(String keyId, Instant now) {
        boolean fresh = keys != null && now.isBefore(fetchedAt.plus(refresh));
        if (fresh && keys(now).flatMap(known -> known.key(keyId)).isPresent()) {
            return Optional.empty();
        }
        if (underWay != null) {
            return Optional.of(new Fetch(underWay, false));
        }
        if (now.isBefore(nextFetch)) {
            return Optional.empty();
        }
        nextFetch = now.plus(gap);
        underWay = new CompletableFuture<>();
        return Optional.of(new Fetch(underWay, true));
    }

    /** New keys have come; true when fetching had failed before. */
    synchronized boolean filled(IssuerKeys fetched, Instant now) {
        keys = fetched;
        fetchedAt = now;
        boolean mended = failing;
        failing = false;
        return mended;
    }

    /** Fetching has failed; true for the first time in a row. */
    synchronized boolean failed(Instant now) {
        Instant retry = now.plus(RETRY);
        if (keys(now).isEmpty() && retry.isBefore(nextFetch)) {
            nextFetch = retry;
        }
        boolean first = !failing;
        failing = true;
        return first;
    }

    /** Nothing was asked after all: the next one may. */
    synchronized void notAsked() {
        nextFetch = Instant.MIN;
    }

    /** Lets everybody go on who waits. */
    void done() {
        CompletableFuture<Void> over = takeUnderWay();
        if (over != null) {
            over.complete(null);
        }
    }

    private synchronized @Nullable CompletableFuture<Void> takeUnderWay() {
        CompletableFuture<Void> over = underWay;
        underWay = null;
        return over;
    }
}
