package dev.supportlink.setup;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.ProblemType;

/** The step cannot be answered yet. */
public class StepBlocked extends DomainException {

    private static final long serialVersionUID = 1L;

    public StepBlocked(String message) {
        super(ProblemType.CONFLICT, message);
    }
}
