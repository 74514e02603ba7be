package dev.supportlink.access;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.ProblemType;

/** The change would leave nobody who can change anything. */
public class LastOperator extends DomainException {

    private static final long serialVersionUID = 1L;

    public LastOperator() {
        super(ProblemType.CONFLICT, "This is the last operator. Make another user operator first.");
    }
}
