package dev.supportlink.setup.steps;

import dev.supportlink.setup.Answers;
import dev.supportlink.setup.PlanContext;
import dev.supportlink.setup.SetupStep;
import dev.supportlink.setup.StepChange;
import dev.supportlink.setup.StepId;
import dev.supportlink.setup.StepInput;
import dev.supportlink.setup.script.PortalLinks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tenant admin enters the completion sheet in the Microsoft 365 admin center, or hands it on. */
@ApplicationScoped
public class CompleteIntegrationStep implements SetupStep {

    private static final int MAX_RECEIVER = 200;
    private static final String RECEIVER_FORM = "must name who received the completion sheet, at most 200 characters";

    @Inject
    Clock clock;

    @Override
    public StepId id() {
        return StepId.COMPLETE_INTEGRATION;
    }

    @Override
    public List<String> instructions(PlanContext plan) {
        return List.of(
                "Microsoft 365 admin center > Settings > Org settings > Organization profiles > the support integration"
                        + " settings. You need the role Helpdesk Administrator, Service Support Administrator or Global"
                        + " Administrator.",
                "Tab Basic information > Internal support tool > ServiceNow: enter Application ID to issue Auth Token from"
                        + " the completion sheet.",
                "Tab Repositories > New repository: enter the sheet's values. Ask for the client secret and the password"
                        + " there; each is made when you ask and shown once.",
                "Microsoft closed its own caller in May 2025. If your admin center no longer has this page, hand the sheet"
                        + " on to whatever ServiceNow-speaking client takes its place, and name who received it.");
    }

    @Override
    public Map<String, Object> values(PlanContext plan) {
        return Map.of(
                "completionSheet",
                "/admin/v1/connections/" + plan.connection().id() + "/completion-sheet",
                "links",
                List.of(PortalLinks.organizationProfile(plan.connection())));
    }

    @Override
    public List<StepInput> inputs(PlanContext plan) {
        return List.of(StepInput.optional("enteredInAdminCenter", "boolean"), StepInput.optional("handedOnTo", "text"));
    }

    @Override
    public StepChange answer(PlanContext plan, Answers answers, String actor) {
        boolean entered = answers.flag("enteredInAdminCenter", false).orElse(false);
        Optional<String> receiver = answers.text("handedOnTo", false, RECEIVER_FORM, CompleteIntegrationStep::receiver);
        if (entered == receiver.isPresent()) {
            answers.wrong(
                    "enteredInAdminCenter",
                    "give either enteredInAdminCenter: true, or handedOnTo with who received it");
        }
        answers.finish();
        return StepChange.done(answers.kept()).changing(connection -> connection.withSheetConfirmedAt(clock.instant()));
    }

    private static Optional<String> receiver(String text) {
        return text.length() <= MAX_RECEIVER ? Optional.of(text) : Optional.empty();
    }
}
