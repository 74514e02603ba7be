package dev.supportlink.setup;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.FieldError;
import dev.supportlink.platform.problem.ProblemType;
import java.util.List;

/** The holder of a hand-over wants to change what only an operator may. */
public class FieldNotAllowed extends DomainException {

    private static final long serialVersionUID = 1L;

    public FieldNotAllowed(String field, String message) {
        super(ProblemType.FORBIDDEN, "A hand-over cannot do this: " + field + " " + message, errors(field, message));
    }

    private static List<FieldError> errors(String field, String message) {
        return List.of(new FieldError(field, message));
    }
}
