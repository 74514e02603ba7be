package dev.supportlink.inbound.entra;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.ProblemType;
import java.time.Duration;
import java.util.Optional;

/** Whether a token is good cannot be told at the moment: the fault is not the caller's, so it is no 401. */
public class EntraKeysMissing extends DomainException {

    private static final long serialVersionUID = 1L;

    private static final Duration NEXT_TRY = Duration.ofSeconds(30);

    public EntraKeysMissing() {
        super(
                ProblemType.UNAVAILABLE,
                "The keys that the tenant signs its tokens with cannot be had at the moment. Try again.");
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(NEXT_TRY);
    }
}
