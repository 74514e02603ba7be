package dev.supportlink.access;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.ProblemType;
import java.time.Duration;
import java.util.Optional;

/** Too many failed sign-ins; this one was not looked at, so even the right password is refused. */
public class SignInThrottled extends DomainException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    public SignInThrottled(Duration wait) {
        super(ProblemType.THROTTLED, "Too many failed sign-ins. This one was not checked; wait, then try again.");
        this.wait = wait;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(wait);
    }
}
