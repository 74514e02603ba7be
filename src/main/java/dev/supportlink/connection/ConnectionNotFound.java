package dev.supportlink.connection;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.ProblemType;

/** There is no such connection, or the caller has no role on it: both look the same. */
public class ConnectionNotFound extends DomainException {

    private static final long serialVersionUID = 1L;

    public ConnectionNotFound(String id) {
        super(ProblemType.NOT_FOUND, "There is no connection " + id + ".");
    }
}
