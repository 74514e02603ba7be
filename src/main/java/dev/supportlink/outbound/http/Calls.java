package dev.supportlink.outbound.http;

import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes every outbound call: behind its circuit breaker, with failures in our words, and repeated where that is safe. */
@ApplicationScoped
public class Calls {

    static final String CIRCUIT_OPEN = "circuit-open";

    @Inject
    Breakers breakers;

    @Inject
    Backoff backoff;

    @Inject
    Pauser pauser;

    /** One attempt; for requests that change something, and for passwords. */
    public <T> T once(Target target, Supplier<T> request) {
        try {
            return breakers.of(target).executeSupplier(() -> explained(target, request));
        } catch (CallNotPermittedException open) {
            throw new UpstreamException(
                    target.system(),
                    Kind.UNAVAILABLE,
                    CIRCUIT_OPEN,
                    target.baseUrl().getHost() + " failed repeatedly and is left alone for a while.");
        }
    }

    /** Repeats a throttled or unavailable request within bounds; only for requests that may be sent twice. */
    public <T> T repeatable(Target target, Supplier<T> request) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(target, request);
            } catch (UpstreamException failure) {
                Optional<Duration> wait = backoff.after(attempt, failure);
                pauser.pause(wait.orElseThrow(() -> failure));
                if (Thread.currentThread().isInterrupted()) {
                    // Nobody waits for the answer any more.
                    throw failure;
                }
            }
        }
    }

    private static <T> T explained(Target target, Supplier<T> request) {
        try {
            return request.get();
        } catch (RuntimeException raised) {
            throw TransportFailures.explain(target, raised)
                    .<RuntimeException>map(failure -> failure)
                    .orElse(raised);
        }
    }
}
