package dev.supportlink.platform.start;

import dev.supportlink.platform.config.StartUpCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;

/** Runs all checks of a stage and refuses to go on when one of them found something. */
@ApplicationScoped
public class StartUpChecks {

    @Inject
    @Any
    Instance<StartUpCheck> checks;

    @Inject
    StartUpRefusal refusal;

    private volatile boolean done;

    void pass(StartUpCheck.Stage stage) {
        List<String> problems = checks.stream()
                .filter(check -> check.stage() == stage)
                .flatMap(check -> check.problems().stream())
                .toList();
        refusal.refuse(problems);
        done = stage == StartUpCheck.Stage.DATABASE;
    }

    /** Whether every stage has passed. */
    public boolean passed() {
        return done;
    }
}
