package dev.supportlink.incident.reading;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.ProblemType;
import java.time.Duration;
import java.util.Optional;

/** Whether there is such an incident cannot be said, because the instance does not answer; nothing was stored. */
public class InstanceSilent extends DomainException {

    private static final long serialVersionUID = 1L;

    private static final Duration USUAL_WAIT = Duration.ofSeconds(30);

    private final Duration wait;

    public InstanceSilent(Optional<Duration> askedFor) {
        super(
                ProblemType.UNREACHABLE_OUTSIDE,
                "There is no copy of this record, and the instance cannot be asked at the moment. Try again later.");
        this.wait = askedFor.orElse(USUAL_WAIT);
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(wait);
    }
}
