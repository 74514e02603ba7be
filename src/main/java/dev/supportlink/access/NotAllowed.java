package dev.supportlink.access;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.ProblemType;

/** The user is known but may not do this. */
public class NotAllowed extends DomainException {

    private static final long serialVersionUID = 1L;

    public NotAllowed(String message) {
        super(ProblemType.FORBIDDEN, message);
    }
}
