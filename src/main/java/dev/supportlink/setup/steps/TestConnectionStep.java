package dev.supportlink.setup.steps;

import dev.supportlink.setup.Answers;
import dev.supportlink.setup.PlanContext;
import dev.supportlink.setup.SetupStep;
import dev.supportlink.setup.StepBlocked;
import dev.supportlink.setup.StepChange;
import dev.supportlink.setup.StepId;
import dev.supportlink.setup.StepInput;
import dev.supportlink.verification.ConnectionVerifier;
import dev.supportlink.verification.Trigger;
import dev.supportlink.verification.Verification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The guide's Test connection: one verification, started by a person. */
@ApplicationScoped
public class TestConnectionStep implements SetupStep {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    @Inject
    ConnectionVerifier verifier;

    @Override
    public StepId id() {
        return StepId.TEST_CONNECTION;
    }

    @Override
    public List<String> instructions(PlanContext plan) {
        return List.of(
                "After the tenant admin has completed the integration, test the connection (the guide's button Test"
                        + " connection). Every check of the connection runs; each failure says who must do what.",
                "Do not test earlier: until step complete-integration is done, this step waits for the tenant admin.");
    }

    @Override
    public Map<String, Object> values(PlanContext plan) {
        return Map.of();
    }

    @Override
    public List<StepInput> inputs(PlanContext plan) {
        return List.of();
    }

    @Override
    public StepChange answer(PlanContext plan, Answers answers, String actor) {
        answers.finish();
        Verification started = verifier.start(plan.connection().id(), Trigger.PERSON, actor);
        Verification finished = verifier.await(started.id(), LONGEST);
        return switch (finished.status()) {
            case PASSED -> StepChange.done(answers.kept());
            case FAILED -> StepChange.failed(answers.kept(), CheckProblems.of(finished.checks()));
            case RUNNING ->
                throw new StepBlocked("The verification " + finished.id() + " has not finished within " + LONGEST
                        + ". Read it, then run this step again.");
        };
    }
}
