package dev.supportlink.inbound.entra;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.FieldError;
import dev.supportlink.platform.problem.ProblemType;
import java.util.List;

/** Another connection is called by the same application for the same API: a token could not tell which one is meant. */
public class EntraCallerTaken extends DomainException {

    private static final long serialVersionUID = 1L;

    /** {@code field} is the answer of the set-up step that must become another. */
    public EntraCallerTaken(String field) {
        super(
                ProblemType.CONFLICT,
                "Another connection of this tenant is called by this application for this API.",
                List.of(new FieldError(
                        field,
                        "is used together with the others by another connection; each connection needs an application"
                                + " of its own")));
    }
}
