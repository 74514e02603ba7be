package dev.supportlink.access;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.ProblemType;

/** There is no such user. */
public class UserNotFound extends DomainException {

    private static final long serialVersionUID = 1L;

    public UserNotFound(String idOrName) {
        super(ProblemType.NOT_FOUND, "There is no user " + idOrName + ".");
    }
}
