package dev.supportlink.incident.query;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.FieldError;
import dev.supportlink.platform.problem.ProblemType;
import java.util.List;

/** A query that cannot be run as it stands; an instance would leave the wrong part out and return too much. */
public class InvalidQuery extends DomainException {

    private static final long serialVersionUID = 1L;

    private final String problem;

    public InvalidQuery(String message) {
        super(
                ProblemType.INVALID_INPUT,
                "sysparm_query: " + message,
                List.of(new FieldError("sysparm_query", message)));
        this.problem = message;
    }

    /** What is wrong, without the name of the parameter. */
    String problem() {
        return problem;
    }
}
