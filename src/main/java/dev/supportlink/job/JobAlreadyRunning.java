package dev.supportlink.job;

import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.ProblemType;
import java.util.Map;

/** A job runs once at a time, on all nodes together. */
public class JobAlreadyRunning extends DomainException {

    private static final long serialVersionUID = 1L;

    private final transient Execution running;

    public JobAlreadyRunning(Execution running) {
        super(ProblemType.CONFLICT, "The job " + running.job().word() + " is running already.");
        this.running = running;
    }

    @Override
    public Map<String, Object> extensions() {
        return Map.of("execution", running.id());
    }
}
