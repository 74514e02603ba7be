package dev.supportlink.job;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.ProblemType;
import dev.supportlink.platform.text.Word;

/** There is no job of this name. */
public class JobNotFound extends DomainException {

    private static final long serialVersionUID = 1L;

    public JobNotFound(String name) {
        super(ProblemType.NOT_FOUND, "There is no job " + name + ". Jobs are: " + Word.choices(Job.class) + ".");
    }
}
