package dev.supportlink.verification;

import dev.supportlink.connection.Health;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a connection is verified next. Every connection has its own moment within the interval, given by its random id, so
 * that connections made at once are not verified at once.
 */
final class NextVerification {

    private static final Duration FIRST_BACKOFF = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 12;

    private final String connectionId;
    private final Duration interval;

    NextVerification(String connectionId, Duration interval) {
        this.connectionId = connectionId;
        this.interval = interval;
    }

    Instant after(Instant now, Health health, Streak streak, boolean entraUnconfirmed) {
        Instant confirmation = streak.entraRefusedSince();
        if (entraUnconfirmed && confirmation != null) {
            return later(now, confirmation.plus(Streak.CONFIRMED_AFTER));
        }
        return health == Health.UNREACHABLE ? retry(now, streak.unreachableRuns()) : slot(now);
    }

    private Instant retry(Instant now, int runs) {
        Duration backoff = FIRST_BACKOFF.multipliedBy(1L << Math.min(Math.max(runs - 1, 0), MOST_DOUBLINGS));
        Duration jitter = backoff.dividedBy(5).multipliedBy(share(100)).dividedBy(100);
        Duration wait = backoff.plus(jitter);
        return now.plus(wait.compareTo(interval) < 0 ? wait : interval);
    }

    /** The connection's moment in the first interval that leaves at least half an interval of rest. */
    private Instant slot(Instant now) {
        long length = Math.max(1, interval.toMillis());
        long earliest = now.toEpochMilli() + length / 2;
        return Instant.ofEpochMilli(earliest + Math.floorMod(share(length) - earliest, length));
    }

    private long share(long of) {
        // The ids are random, but String.hashCode keeps neighbours together; the multiplication spreads them.
        return Math.floorMod((connectionId.hashCode() * 0x9E3779B97F4A7C15L) >>> 16, of);
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }
}
