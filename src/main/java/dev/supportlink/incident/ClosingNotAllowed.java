package dev.supportlink.incident;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.ProblemType;

/** A caller tried to close an incident, which only the instance's own staff may do. */
public class ClosingNotAllowed extends DomainException {

    private static final long serialVersionUID = 1L;

    public ClosingNotAllowed() {
        super(
                ProblemType.FORBIDDEN,
                "state: 7 (Closed) is not for callers; set 6 (Resolved) with close_code and close_notes, and the"
                        + " instance closes the incident later.");
    }
}
