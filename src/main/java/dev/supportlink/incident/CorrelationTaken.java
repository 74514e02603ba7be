package dev.supportlink.incident;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.FieldError;
import dev.supportlink.platform.problem.ProblemType;
import java.util.List;

/** Another incident of the connection carries this correlation ID. */
public class CorrelationTaken extends DomainException {

    private static final long serialVersionUID = 1L;

    public CorrelationTaken() {
        super(
                ProblemType.INVALID_INPUT,
                "correlation_id: another incident has this value",
                List.of(new FieldError(IncidentFields.CORRELATION_ID, "another incident has this value")));
    }
}
