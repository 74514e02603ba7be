package dev.supportlink.incident.rest;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.ProblemType;
import java.util.Map;

/** A request that the Table API does not understand, with ServiceNow's own message for it. */
class TableApiProblem extends DomainException {

    static final String MESSAGE = "message";

    private static final long serialVersionUID = 1L;

    private final String wording;

    private TableApiProblem(ProblemType type, String wording, String detail) {
        super(type, detail);
        this.wording = wording;
    }

    /** How the first version of the API says that a list is empty. */
    static TableApiProblem emptyList() {
        return new TableApiProblem(
                ProblemType.NOT_FOUND, "No Record found", "Record doesn't exist or ACL restricts the record retrieval");
    }

    static TableApiProblem unreadableBody(String detail) {
        return new TableApiProblem(ProblemType.UNREADABLE_BODY, "Exception while reading request", detail);
    }

    static TableApiProblem bodyTooLarge(int most) {
        return new TableApiProblem(
                ProblemType.BODY_TOO_LARGE,
                "Exception while reading request",
                "The body must not be larger than " + most + " bytes");
    }

    @Override
    public Map<String, Object> extensions() {
        return Map.of(MESSAGE, wording);
    }
}
