package dev.supportlink.incident;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.ProblemType;
import java.util.Map;

/** There is no such incident, or it belongs to another connection: both look the same. */
public class IncidentNotFound extends DomainException {

    private static final long serialVersionUID = 1L;

    public IncidentNotFound() {
        super(ProblemType.NOT_FOUND, "Record doesn't exist or ACL restricts the record retrieval");
    }

    /** Tells a missing record from a path that leads nowhere. */
    @Override
    public Map<String, Object> extensions() {
        return Map.of("table", "incident");
    }
}
