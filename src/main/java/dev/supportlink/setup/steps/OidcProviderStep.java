package dev.supportlink.setup.steps;

import dev.supportlink.connection.Connection;
import dev.supportlink.setup.Answers;
import dev.supportlink.setup.ApplicationTrial;
import dev.supportlink.setup.PlanContext;
import dev.supportlink.setup.SetupStep;
import dev.supportlink.setup.StepChange;
import dev.supportlink.setup.StepId;
import dev.supportlink.setup.StepInput;
import dev.supportlink.setup.script.InstanceNames;
import dev.supportlink.setup.script.PortalLinks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The instance's OIDC provider, which lets it take tokens of Entra ID; proven at the next step, by a real sign-in. */
@ApplicationScoped
public class OidcProviderStep implements SetupStep {

    private static final String CONFIRMED = "configured";

    @Inject
    ApplicationTrial entra;

    @Override
    public StepId id() {
        return StepId.OIDC_PROVIDER;
    }

    @Override
    public List<String> instructions(PlanContext plan) {
        if (plan.withoutInstance()) {
            return List.of("Without an instance there is nothing to create: SupportLink checks the tokens itself.");
        }
        return List.of(
                "In the instance: Settings > Developer > Applications: Global [today: the application picker, scope Global].",
                "System OAuth > Application Registry > New > Configure an OIDC provider to verify ID tokens. You need the role"
                        + " admin or oauth_admin. Enter the Name and the Client ID shown here.",
                "Client Secret: the form asks for one, but tokens are verified by Entra ID's published keys, not by it."
                        + " SupportLink shows no stored secret here; where your instance insists on the real one, ask the Entra"
                        + " admin for it.",
                "OAuth OIDC Provider Configuration > search > New: enter OIDC Provider, OIDC Metadata URL, User Claim and User"
                        + " Field as shown here, leave Enable JTI claim verification unticked, and submit both forms.",
                "Then confirm here. The next step signs in with a real token and shows whether it fits.");
    }

    @Override
    public Map<String, Object> values(PlanContext plan) {
        Connection connection = plan.connection();
        Map<String, Object> values = new LinkedHashMap<>();
        plan.instance().ifPresent(instance -> {
            values.put("name", InstanceNames.oidcProvider(connection));
            Optional.ofNullable(connection.restApplications().apiClientId())
                    .ifPresent(id -> values.put(ClientIds.FIELD, id));
            values.put("oidcProvider", InstanceNames.oidcProvider(connection));
            values.put("metadataUrl", entra.shownMetadataUrl(connection.tenant()));
            values.put("userClaim", "appid");
            values.put("userField", "User ID");
            values.put("jtiClaimVerification", false);
            values.put("links", PortalLinks.oidcProviders(instance));
        });
        return values;
    }

    @Override
    public List<StepInput> inputs(PlanContext plan) {
        return plan.withoutInstance() ? List.of() : List.of(StepInput.required(CONFIRMED, "boolean"));
    }

    @Override
    public StepChange answer(PlanContext plan, Answers answers, String actor) {
        boolean confirmed =
                plan.withoutInstance() || answers.flag(CONFIRMED, true).orElse(true);
        if (!confirmed) {
            answers.wrong(CONFIRMED, "must be true; configure the provider with the values shown, then confirm");
        }
        answers.finish();
        return StepChange.done(answers.kept());
    }
}
