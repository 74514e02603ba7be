package dev.supportlink.setup;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.ProblemType;

/** The sheet has no secret value of this name. */
public class SheetValueNotFound extends DomainException {

    private static final long serialVersionUID = 1L;

    public SheetValueNotFound() {
        this("There is no such value. The values that can be asked for are clientSecret, restPassword.");
    }

    private SheetValueNotFound(String message) {
        super(ProblemType.NOT_FOUND, message);
    }

    static SheetValueNotFound ofInsightsOnly() {
        return new SheetValueNotFound(
                "This connection is set up for insights only: nobody calls in, so its sheet has no"
                        + " secret. Enter the word that the sheet shows where the portal asks for one.");
    }
}
