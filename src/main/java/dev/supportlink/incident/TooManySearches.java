package dev.supportlink.incident;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.ProblemType;
import java.time.Duration;
import java.util.Optional;

/** The callers of one connection run as many searches as they may already. */
public class TooManySearches extends DomainException {

    private static final long serialVersionUID = 1L;

    TooManySearches() {
        super(
                ProblemType.THROTTLED,
                "This connection's callers run " + ListTurns.AT_ONCE
                        + " lists already. Wait until one has been answered.");
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(Duration.ofSeconds(1));
    }
}
