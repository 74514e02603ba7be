package dev.supportlink.verification;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.ProblemType;

/** There is no such verification, or it is too old to be kept. */
public class VerificationNotFound extends DomainException {

    private static final long serialVersionUID = 1L;

    public VerificationNotFound(String id) {
        super(ProblemType.NOT_FOUND, "There is no verification " + id + ".");
    }
}
