package dev.supportlink.access;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.ProblemType;
import java.time.Duration;
import java.util.Optional;

/** So many sign-ins wait for their turn that this one was not looked at. */
public class SignInBusy extends DomainException {

    private static final long serialVersionUID = 1L;

    public SignInBusy() {
        super(ProblemType.UNAVAILABLE, "Too many sign-ins at once; try again in a few seconds.");
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(Duration.ofSeconds(5));
    }
}
