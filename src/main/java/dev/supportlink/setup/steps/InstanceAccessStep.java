package dev.supportlink.setup.steps;

import dev.supportlink.setup.Answers;
import dev.supportlink.setup.InstanceEvidence;
import dev.supportlink.setup.InstanceFindings;
import dev.supportlink.setup.PlanContext;
import dev.supportlink.setup.SetupStep;
import dev.supportlink.setup.StepChange;
import dev.supportlink.setup.StepId;
import dev.supportlink.setup.StepInput;
import dev.supportlink.setup.script.InstanceScripts;
import dev.supportlink.setup.script.PortalLinks;
import dev.supportlink.verification.CheckResult;
import dev.supportlink.verification.CheckRunner;
import dev.supportlink.verification.Side;
import dev.supportlink.verification.Trigger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Runs the instance's checks with the stored credential; asks for nothing, but takes what a script found. */
@ApplicationScoped
public class InstanceAccessStep implements SetupStep {

    private static final String SCRIPT_OUTPUT = "scriptOutput";

    @Inject
    CheckRunner checks;

    @Inject
    InstanceEvidence evidence;

    @Override
    public StepId id() {
        return StepId.INSTANCE_ACCESS;
    }

    @Override
    public List<String> instructions(PlanContext plan) {
        if (plan.withoutInstance()) {
            return List.of("Without an instance there is nothing to check: this step is skipped until there is one.");
        }
        return List.of(
                "Nothing has to be entered: SupportLink signs in to the instance, reads incidents, and in a test environment also"
                        + " creates, notes and resolves one incident marked as a test. In production it never writes.",
                "Where the integration user may read them, its flags, its role and the OAuth registry are checked too. If a"
                        + " read is refused because of a table access policy, check All application scopes > Can read on"
                        + " the table; what cannot be read is left out, not counted as wrong.",
                "Rather than giving the user more rights, an administrator of the instance may run the script shown here in"
                        + " System Definition > Scripts - Background. It reads and changes nothing. Paste the line it prints"
                        + " as scriptOutput: it may be at most 7 days old, its findings count in the"
                        + " checks, and reports say from when they are.");
    }

    @Override
    public Map<String, Object> values(PlanContext plan) {
        Map<String, Object> values = new LinkedHashMap<>();
        plan.instance().ifPresent(instance -> {
            values.put("links", List.of(PortalLinks.backgroundScripts(instance)));
            if (instance.userName() != null) {
                values.put(
                        "scripts",
                        InstanceScripts.findings(
                                plan.connection(),
                                instance,
                                Objects.requireNonNullElse(instance.clientId(), ""),
                                instance.userName()));
            }
        });
        evidence.foundAt(plan.connection()).ifPresent(time -> values.put("findingsOf", time.toString()));
        return values;
    }

    @Override
    public List<StepInput> inputs(PlanContext plan) {
        return plan.withoutInstance() ? List.of() : List.of(StepInput.optional(SCRIPT_OUTPUT, "text"));
    }

    @Override
    public StepChange answer(PlanContext plan, Answers answers, String actor) {
        Optional<InstanceFindings> pasted =
                answers.raw(SCRIPT_OUTPUT).flatMap(value -> evidence.read(plan.connection(), value, answers));
        answers.finish();
        pasted.ifPresent(findings -> evidence.keep(plan.connection(), findings, actor));
        JsonObject kept = JsonValue.EMPTY_JSON_OBJECT;
        List<CheckResult> results = checks.run(plan.connection(), Trigger.PERSON, Side.INSTANCE);
        List<String> problems = CheckProblems.of(results);
        return problems.isEmpty() ? StepChange.done(kept) : StepChange.failed(kept, problems);
    }
}
