package dev.supportlink.platform.http;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.ProblemType;

/** A header, a parameter or the path cannot be understood. */
public class UnreadableRequest extends DomainException {

    private static final long serialVersionUID = 1L;

    public UnreadableRequest(String message) {
        super(ProblemType.BAD_REQUEST, message);
    }
}
