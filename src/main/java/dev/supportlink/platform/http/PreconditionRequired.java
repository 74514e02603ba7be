package dev.supportlink.platform.http;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.ProblemType;

/** A change came without saying which state it was made from. */
public class PreconditionRequired extends DomainException {

    private static final long serialVersionUID = 1L;

    public PreconditionRequired(String what) {
        super(
                ProblemType.PRECONDITION_REQUIRED,
                what + " can be changed only with If-Match: read it first and send back its ETag.");
    }
}
