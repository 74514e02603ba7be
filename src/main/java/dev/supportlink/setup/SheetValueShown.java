package dev.supportlink.setup;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.ProblemType;

/** A stored value was shown before; it is shown once. */
public class SheetValueShown extends DomainException {

    private static final long serialVersionUID = 1L;

    SheetValueShown(SheetValue which, StepId step) {
        super(
                ProblemType.CONFLICT,
                "The value " + which.fieldName()
                        + " was shown already, and each stored value is shown once. Whoever needs"
                        + " it again has the " + step.adminRole().word() + " enter it anew at step " + step.word()
                        + ".");
    }
}
