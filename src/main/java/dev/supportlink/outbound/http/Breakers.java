package dev.supportlink.outbound.http;

import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One circuit breaker per origin: a system that is down is left alone for a while instead of being waited for. */
@ApplicationScoped
public class Breakers {

    @Inject
    OutboundSettings settings;

    @Inject
    Clock clock;

    private final Map<String, CircuitBreaker> byOrigin = new ConcurrentHashMap<>();

    CircuitBreaker of(Target target) {
        return byOrigin.computeIfAbsent(target.origin(), origin -> CircuitBreaker.of(origin, config()));
    }

    private CircuitBreakerConfig config() {
        return CircuitBreakerConfig.custom()
                .clock(clock)
                .slidingWindowSize(settings.breakerCalls())
                .minimumNumberOfCalls(settings.breakerCalls())
                .waitDurationInOpenState(settings.breakerWait())
                .permittedNumberOfCallsInHalfOpenState(2)
                .recordException(Breakers::down)
                .writableStackTraceEnabled(false)
                .build();
    }

    private static boolean down(Throwable raised) {
        return raised instanceof UpstreamException failure && failure.kind() == Kind.UNAVAILABLE;
    }
}
