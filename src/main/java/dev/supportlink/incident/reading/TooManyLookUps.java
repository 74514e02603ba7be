package dev.supportlink.incident.reading;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.ProblemType;
import java.time.Duration;
import java.util.Optional;

/** The connection's callers ask for more unknown incidents than the instance is to be bothered with. */
public class TooManyLookUps extends DomainException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    public TooManyLookUps(Duration wait) {
        super(ProblemType.THROTTLED, "Too many unknown records were asked for. Known ones are answered as ever.");
        this.wait = wait;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(wait);
    }
}
