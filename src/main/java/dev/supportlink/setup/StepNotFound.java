package dev.supportlink.setup;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.ProblemType;
import dev.supportlink.platform.text.Word;

/** The plan has no such step. */
public class StepNotFound extends DomainException {

    private static final long serialVersionUID = 1L;

    public StepNotFound() {
        super(ProblemType.NOT_FOUND, "There is no such step. The steps are: " + Word.choices(StepId.class) + ".");
    }
}
