package dev.supportlink.handover;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.ProblemType;

/** The connection has no such hand-over. */
public class HandOverNotFound extends DomainException {

    private static final long serialVersionUID = 1L;

    public HandOverNotFound(String id) {
        super(ProblemType.NOT_FOUND, "There is no hand-over " + id + " of this connection.");
    }
}
