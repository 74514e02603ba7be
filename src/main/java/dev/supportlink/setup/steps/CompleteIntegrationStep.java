package dev.supportlink.setup.steps;

import dev.supportlink.connection.InboundMode;
import dev.supportlink.connection.SetupType;
import dev.supportlink.setup.Answers;
import dev.supportlink.setup.PlanContext;
import dev.supportlink.setup.SetupStep;
import dev.supportlink.setup.StepChange;
import dev.supportlink.setup.StepId;
import dev.supportlink.setup.StepInput;
import dev.supportlink.setup.script.PortalLinks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tenant admin enters the completion sheet in the Microsoft 365 admin center, or hands it on. */
@ApplicationScoped
public class CompleteIntegrationStep implements SetupStep {

    private static final String HANDED_ON_TO = "handedOnTo";
    private static final int MAX_RECEIVER = 200;
    private static final String RECEIVER_FORM =
            "must name who received the completion sheet, such as Contoso service desk, in one line of at most 200"
                    + " characters";

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
                "Tab Repositories > New repository: enter the sheet's values: Repository, Endpoint, "
                        + portalFields(plan),
                secrets(plan),
                "Microsoft closed its own caller in May 2025. If your admin center no longer has this page, hand the sheet"
                        + " on to whatever ServiceNow-speaking client takes its place, and name who received it.");
    }

    /** What the portal asks for after the endpoint, under the portal's own labels. */
    private static String portalFields(PlanContext plan) {
        return switch (plan.connection().setupType()) {
            case BASIC ->
                "Authentication type Basic Auth, Client ID, Client secret, Refresh token expiry, Rest username and Rest user"
                        + " password.";
            case ENTRA ->
                "Authentication type AAD Auth, Client ID and Client secret (those of the REST API application), Rest"
                        + " username (the client ID of the REST user application) and Rest user password (its client"
                        + " secret). There is no refresh token expiry.";
            case INSIGHTS_ONLY ->
                "Authentication type AAD Auth. Client ID, Rest username and Rest user password take any text: enter the"
                        + " word ignored. There is no client secret.";
        };
    }

    private static String secrets(PlanContext plan) {
        boolean gateway = plan.connection().setupType() == SetupType.BASIC
                && plan.connection().inboundMode() == InboundMode.GATEWAY;
        if (plan.connection().setupType() == SetupType.INSIGHTS_ONLY) {
            return "No secret is entered: nobody calls in.";
        }
        return gateway
                ? "Ask for the client secret and the password at the sheet when you enter them: each is made when you ask and"
                        + " shown once. Asking again makes another."
                : "Ask for the client secret and the password at the sheet when you enter them: each is shown once, until it"
                        + " is entered anew at the step it came from.";
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
        return List.of(StepInput.optional("enteredInAdminCenter", "boolean"), StepInput.optional(HANDED_ON_TO, "text"));
    }

    @Override
    public StepChange answer(PlanContext plan, Answers answers, String actor) {
        boolean entered = answers.flag("enteredInAdminCenter", false).orElse(false);
        answers.text(HANDED_ON_TO, false, RECEIVER_FORM, CompleteIntegrationStep::receiver);
        boolean named = answers.raw(HANDED_ON_TO).isPresent() && !isBlank(answers);
        if (entered == named) {
            answers.wrong(
                    "enteredInAdminCenter",
                    "give either enteredInAdminCenter: true, or handedOnTo with who received it");
        }
        answers.finish();
        return StepChange.done(answers.kept()).changing(connection -> connection.withSheetConfirmedAt(clock.instant()));
    }

    /** An empty name is none; a name of wrong form has been told already. */
    private static boolean isBlank(Answers answers) {
        return answers.raw(HANDED_ON_TO)
                .filter(value ->
                        value instanceof JsonString text && text.getString().isBlank())
                .isPresent();
    }

    private static Optional<String> receiver(String text) {
        return text.length() <= MAX_RECEIVER && text.codePoints().noneMatch(Character::isISOControl)
                ? Optional.of(text)
                : Optional.empty();
    }
}
