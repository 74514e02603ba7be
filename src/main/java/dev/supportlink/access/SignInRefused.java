package dev.supportlink.access;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.ProblemType;

/** No such user, a wrong password or a disabled user: all look the same. */
public class SignInRefused extends DomainException {

    private static final long serialVersionUID = 1L;

    public SignInRefused() {
        super(ProblemType.UNAUTHENTICATED, "The user name or the password is not right.");
    }
}
