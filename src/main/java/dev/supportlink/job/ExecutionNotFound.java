package dev.supportlink.job;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.ProblemType;

/** The job has no such execution, or it is too old to be kept. */
public class ExecutionNotFound extends DomainException {

    private static final long serialVersionUID = 1L;

    public ExecutionNotFound(Job job, String id) {
        super(ProblemType.NOT_FOUND, "The job " + job.word() + " has no execution " + id + ".");
    }
}
