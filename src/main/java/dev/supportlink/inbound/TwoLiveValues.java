package dev.supportlink.inbound;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.ProblemType;

/** A third value was asked for while two are still usable. */
public class TwoLiveValues extends DomainException {

    private static final long serialVersionUID = 1L;

    public TwoLiveValues(InboundSecret which) {
        super(
                ProblemType.CONFLICT,
                "Two values of " + which.word() + " are usable: the one before the last is kept until callers use the"
                        + " last one. Enter the last one at the caller's side; another can be made once the older one"
                        + " is retired.");
    }
}
