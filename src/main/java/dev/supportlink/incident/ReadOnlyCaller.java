package dev.supportlink.incident;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.ProblemType;

/** A caller that may only read tried to write. */
public class ReadOnlyCaller extends DomainException {

    private static final long serialVersionUID = 1L;

    public ReadOnlyCaller() {
        super(ProblemType.FORBIDDEN, "ACL Exception: this token may read and nothing else");
    }
}
