package dev.supportlink.platform.problem;

import java.util.List;

/** Input of wrong form; names every wrong field at once. */
public class InvalidInput extends DomainException {

    private static final long serialVersionUID = 1L;

    public InvalidInput(List<FieldError> errors) {
        super(ProblemType.INVALID_INPUT, summary(errors), errors);
    }

    public InvalidInput(String field, String message) {
        this(List.of(new FieldError(field, message)));
    }

    private static String summary(List<FieldError> errors) {
        return errors.size() == 1
                ? errors.get(0).field() + ": " + errors.get(0).message()
                : errors.size() + " fields are not valid";
    }
}
