package dev.supportlink.setup;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.ProblemType;

/** The sheet has no secret value of this name. */
public class SheetValueNotFound extends DomainException {

    private static final long serialVersionUID = 1L;

    public SheetValueNotFound() {
        super(
                ProblemType.NOT_FOUND,
                "There is no such value. The values that can be made are clientSecret, restPassword.");
    }
}
