package dev.supportlink.inbound;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.ProblemType;

/** The connection has no inbound client of SupportLink's making: not yet, or because it is set up otherwise. */
public class InboundClientNotFound extends DomainException {

    private static final long serialVersionUID = 1L;

    public InboundClientNotFound(String connectionId) {
        super(
                ProblemType.NOT_FOUND,
                "The connection " + connectionId + " has no inbound client. There is one in set-up type "
                        + TokenDoor.TYPE.word() + " with inbound mode " + TokenDoor.MODE.word() + " only.");
    }
}
