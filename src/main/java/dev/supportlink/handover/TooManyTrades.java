package dev.supportlink.handover;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.ProblemType;
import java.time.Duration;
import java.util.Optional;

/** Too many links were refused to this address. */
public class TooManyTrades extends DomainException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    public TooManyTrades(Duration wait) {
        super(ProblemType.THROTTLED, "Too many links were refused to this address. Wait, then try again.");
        this.wait = wait;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(wait);
    }
}
