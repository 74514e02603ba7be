package dev.supportlink.platform.http;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.ProblemType;

/** The body goes on beyond the limit. */
public class BodyTooLarge extends DomainException {

    private static final long serialVersionUID = 1L;

    public BodyTooLarge(long limit) {
        super(ProblemType.BODY_TOO_LARGE, "The body is larger than " + limit + " bytes.");
    }
}
