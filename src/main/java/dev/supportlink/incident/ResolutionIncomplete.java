package dev.supportlink.incident;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.FieldError;
import dev.supportlink.platform.problem.ProblemType;
import java.util.List;

/** An incident cannot be resolved without saying how. */
public class ResolutionIncomplete extends DomainException {

    private static final long serialVersionUID = 1L;

    public ResolutionIncomplete(List<String> missing) {
        super(
                ProblemType.FORBIDDEN,
                "Data Policy Exception: these fields are mandatory in state 6 (Resolved): "
                        + String.join(", ", missing),
                missing.stream()
                        .map(name -> new FieldError(name, "is mandatory in state 6 (Resolved)"))
                        .toList());
    }
}
