package dev.supportlink.verification;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.ProblemType;

/** So many verifications wait for a thread that no more are taken. */
public class TooManyVerifications extends DomainException {

    private static final long serialVersionUID = 1L;

    public TooManyVerifications() {
        super(ProblemType.UNAVAILABLE, "Too many verifications are waiting; try again in a minute.");
    }
}
