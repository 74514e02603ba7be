package dev.supportlink.handover;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.ProblemType;
import java.util.Map;

/** The link is not traded for a session; says why, because only who has the link can ask. */
public class HandOverRefused extends DomainException {

    private static final long serialVersionUID = 1L;

    private final TradeRefusal reason;

    public HandOverRefused(TradeRefusal reason) {
        super(ProblemType.FORBIDDEN, reason.advice());
        this.reason = reason;
    }

    @Override
    public Map<String, Object> extensions() {
        return Map.of("reason", reason.word());
    }
}
