package dev.supportlink.incident;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.ProblemType;
import java.time.Duration;

/** The database needed too long for a search, and was stopped. */
public class SearchTooSlow extends DomainException {

    private static final long serialVersionUID = 1L;

    /** @param bound after which it was stopped */
    public SearchTooSlow(Duration bound) {
        super(
                ProblemType.UNAVAILABLE,
                "The search was stopped after " + bound.toSeconds()
                        + " s. Ask for less: fewer terms, = or IN in place of"
                        + " LIKE, one order, or sysparm_no_count=true.");
    }
}
