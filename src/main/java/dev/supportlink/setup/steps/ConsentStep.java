package dev.supportlink.setup.steps;

import dev.supportlink.setup.Answers;
import dev.supportlink.setup.PlanContext;
import dev.supportlink.setup.SetupStep;
import dev.supportlink.setup.StepChange;
import dev.supportlink.setup.StepId;
import dev.supportlink.setup.StepInput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import java.util.List;
import java.util.Map;

/** The guide's Agree button, with what one agrees to. Who agreed, when and to which text is stored. */
@ApplicationScoped
public class ConsentStep implements SetupStep {

    /** Changes whenever the text below does. */
    static final String TEXT_VERSION = "2026-11";

    private static final List<String> TEXT = List.of(
            "From the tenant, SupportLink reads: the tenant's name and domains, and service health. Nothing else is read.",
            "From the instance, SupportLink reads and writes incidents that came in through it, and reads the integration"
                    + " user's own flags and roles where it may.",
            "From callers, SupportLink takes incidents: short description, description, notes and the fields they send. A"
                    + " copy of each stays in SupportLink's database until the connection is removed.",
            "Credentials of tenant and instance are stored encrypted in SupportLink's database and sent only to the tenant's"
                    + " login host or the instance they belong to.",
            "Operators and auditors of SupportLink can read incidents and reports. Nobody can read a stored credential.",
            "Agree to continue.");

    @Override
    public StepId id() {
        return StepId.CONSENT;
    }

    @Override
    public List<String> instructions(PlanContext plan) {
        return TEXT;
    }

    @Override
    public Map<String, Object> values(PlanContext plan) {
        return Map.of("textVersion", TEXT_VERSION);
    }

    @Override
    public List<StepInput> inputs(PlanContext plan) {
        return List.of(StepInput.required("agreed", "boolean"));
    }

    @Override
    public StepChange answer(PlanContext plan, Answers answers, String actor) {
        if (!answers.flag("agreed", true).orElse(true)) {
            answers.wrong("agreed", "must be true; without agreement the set-up cannot go on");
        }
        answers.finish();
        return StepChange.done(Json.createObjectBuilder(answers.kept()).build());
    }
}
