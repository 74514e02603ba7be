package dev.supportlink.platform.problem;

/** The thing was changed by somebody else since the caller read it. */
public class StaleRevision extends DomainException {

    private static final long serialVersionUID = 1L;

    public StaleRevision(String what) {
        super(ProblemType.STALE, what + " has changed since it was read; read it again and repeat the change.");
    }
}
