package dev.supportlink.setup;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.ProblemType;
import dev.supportlink.platform.text.Word;
import java.util.List;

/** The plan has no such step, or no plan has it. */
public class StepNotFound extends DomainException {

    private static final long serialVersionUID = 1L;

    public StepNotFound() {
        super(ProblemType.NOT_FOUND, "There is no such step. The steps are: " + Word.choices(StepId.class) + ".");
    }

    StepNotFound(List<StepId> steps) {
        super(
                ProblemType.NOT_FOUND,
                "The plan of this connection has no such step. Its steps are: "
                        + String.join(", ", steps.stream().map(StepId::word).toList()) + ".");
    }
}
