package dev.supportlink.incident.delivery;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.ProblemType;

/** What an operator asked for does not fit the delivery's state. */
public class DeliveryStateConflict extends DomainException {

    private static final long serialVersionUID = 1L;

    public DeliveryStateConflict(Delivery delivery, String possible) {
        super(ProblemType.CONFLICT, "The delivery is " + delivery.state().word() + "; " + possible);
    }
}
