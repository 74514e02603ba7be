package dev.supportlink.incident;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.ProblemType;

/** There is no such incident, or it belongs to another connection: both look the same. */
public class IncidentNotFound extends DomainException {

    private static final long serialVersionUID = 1L;

    public IncidentNotFound() {
        super(ProblemType.NOT_FOUND, "Record doesn't exist or ACL restricts the record retrieval");
    }
}
