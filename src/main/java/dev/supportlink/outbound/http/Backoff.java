package dev.supportlink.outbound.http;

import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Says whether and when a repeatable request is sent again. */
@ApplicationScoped
public class Backoff {

    @Inject
    OutboundSettings settings;

    /** How long to wait after this failure of the attempt (from 1 on); empty to give up. */
    public Optional<Duration> after(int attempt, UpstreamException failure) {
        if (attempt >= settings.attempts() || !repeatable(failure)) {
            return Optional.empty();
        }
        Duration wait = failure.retryAfter().orElseGet(() -> growing(attempt));
        return wait.compareTo(settings.maxRetryWait()) > 0 ? Optional.empty() : Optional.of(wait);
    }

    private static boolean repeatable(UpstreamException failure) {
        boolean open = failure.code().filter(Calls.CIRCUIT_OPEN::equals).isPresent();
        return !open && (failure.kind() == Kind.THROTTLED || failure.kind() == Kind.UNAVAILABLE);
    }

    private Duration growing(int attempt) {
        Duration full = settings.retryDelay().multipliedBy(1L << (attempt - 1));
        // Half fixed, half random: many connections that failed together do not come back together.
        long half = full.toMillis() / 2;
        return Duration.ofMillis(half + ThreadLocalRandom.current().nextLong(half + 1));
    }
}
