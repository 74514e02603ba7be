package dev.supportlink.connection;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.FieldError;
import dev.supportlink.platform.problem.ProblemType;
import java.util.List;

/** Another connection has this name, ignoring case. */
public class ConnectionNameTaken extends DomainException {

    private static final long serialVersionUID = 1L;

    public ConnectionNameTaken(String name) {
        super(
                ProblemType.CONFLICT,
                "Another connection is named " + name + ".",
                List.of(new FieldError("name", "is taken; choose another (upper and lower case count as the same)")));
    }
}
