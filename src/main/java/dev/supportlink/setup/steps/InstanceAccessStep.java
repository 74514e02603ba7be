package dev.supportlink.setup.steps;

import dev.supportlink.setup.Answers;
import dev.supportlink.setup.PlanContext;
import dev.supportlink.setup.SetupStep;
import dev.supportlink.setup.StepChange;
import dev.supportlink.setup.StepId;
import dev.supportlink.setup.StepInput;
import dev.supportlink.verification.CheckResult;
import dev.supportlink.verification.CheckRunner;
import dev.supportlink.verification.Side;
import dev.supportlink.verification.Trigger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Runs the instance's checks with the stored credential; asks for nothing. */
@ApplicationScoped
public class InstanceAccessStep implements SetupStep {

    @Inject
    CheckRunner checks;

    @Override
    public StepId id() {
        return StepId.INSTANCE_ACCESS;
    }

    @Override
    public List<String> instructions(PlanContext plan) {
        return List.of(
                "Nothing to enter: SupportLink signs in to the instance, reads incidents, and in a test environment also"
                        + " creates, notes and resolves one incident marked as a test. In production it never writes.",
                "Where the integration user may read them, its flags, its role and the OAuth registry are checked too. If a"
                        + " read is refused because of a table access policy, check All application scopes > Can read on"
                        + " the table; what cannot be read is left out, not counted as wrong.");
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
        List<CheckResult> results = checks.run(plan.connection(), Trigger.PERSON, Side.INSTANCE);
        List<String> problems = CheckProblems.of(results);
        return problems.isEmpty() ? StepChange.done(answers.kept()) : StepChange.failed(answers.kept(), problems);
    }
}
