package dev.supportlink.access;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.FieldError;
import dev.supportlink.platform.problem.ProblemType;
import java.util.List;

/** Another user has this name, perhaps in other case. */
public class UserNameTaken extends DomainException {

    private static final long serialVersionUID = 1L;

    public UserNameTaken(String name) {
        super(
                ProblemType.CONFLICT,
                "There is a user " + name + " already.",
                List.of(new FieldError("name", "is taken")));
    }
}
