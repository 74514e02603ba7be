package dev.supportlink.incident.delivery;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.ProblemType;

/** The incident has no such delivery, or the connection no such incident. */
public class DeliveryNotFound extends DomainException {

    private static final long serialVersionUID = 1L;

    public DeliveryNotFound() {
        super(ProblemType.NOT_FOUND, "There is no such delivery of this incident.");
    }
}
