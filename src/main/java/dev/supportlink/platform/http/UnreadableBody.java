package dev.supportlink.platform.http;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.ProblemType;

/** The body is no JSON, or not the JSON that can be read here. */
public class UnreadableBody extends DomainException {

    private static final long serialVersionUID = 1L;

    public UnreadableBody(String message) {
        super(ProblemType.UNREADABLE_BODY, message);
    }
}
