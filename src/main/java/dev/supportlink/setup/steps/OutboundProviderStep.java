package dev.supportlink.setup.steps;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Instance;
import dev.supportlink.secret.SecretKind;
import dev.supportlink.secret.SecretVault;
import dev.supportlink.setup.Answers;
import dev.supportlink.setup.OutboundTrial;
import dev.supportlink.setup.PlanContext;
import dev.supportlink.setup.SetupStep;
import dev.supportlink.setup.StepChange;
import dev.supportlink.setup.StepId;
import dev.supportlink.setup.StepInput;
import dev.supportlink.setup.StepOutcome;
import dev.supportlink.setup.script.EntraRegistration;
import dev.supportlink.setup.script.InstanceScripts;
import dev.supportlink.setup.script.PortalLinks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The guide's third-party OAuth provider: asks for the credential only if the Entra admin left it empty. */
@ApplicationScoped
public class OutboundProviderStep implements SetupStep {

    @Inject
    OutboundCredential credential;

    @Inject
    OutboundTrial entra;

    @Inject
    SecretVault vault;

    @Override
    public StepId id() {
        return StepId.OUTBOUND_PROVIDER;
    }

    @Override
    public List<String> instructions(PlanContext plan) {
        return List.of(
                "In the guide this is Settings > Developer > Applications: Global, then System OAuth > Application Registry >"
                        + " New > Connect to a third party OAuth Provider. SupportLink signs in to Entra ID itself, so"
                        + " nothing is created in the instance: check the values and enter the secret here.",
                "Enter the client secret's value that the Entra admin created, and its expiry date as the portal shows it.",
                "A real token is fetched before anything is stored.");
    }

    @Override
    public Map<String, Object> values(PlanContext plan) {
        Connection connection = plan.connection();
        Map<String, Object> values = new LinkedHashMap<>();
        if (connection.entraClientId() != null) {
            values.put("clientId", connection.entraClientId());
        }
        values.put("defaultGrantType", "Client Credentials");
        if (connection.tenant().cloud() != null) {
            values.put("tokenUrl", entra.shownTokenUrl(connection.tenant()));
        }
        Optional.ofNullable(EntraRegistration.redirectUrl(connection)).ifPresent(url -> values.put("redirectUrl", url));
        plan.instance().ifPresent(instance -> atInstance(connection, instance, values));
        return values;
    }

    /** The guide has a row made there; SupportLink works without, so it is offered, not asked for. */
    private static void atInstance(Connection connection, Instance instance, Map<String, Object> values) {
        values.put("links", PortalLinks.providers(connection, instance));
        Object clientId = values.get("clientId");
        Object tokenUrl = values.get("tokenUrl");
        if (clientId != null && tokenUrl != null) {
            values.put(
                    "scripts",
                    InstanceScripts.outboundProvider(connection, instance, clientId.toString(), tokenUrl.toString()));
        }
    }

    @Override
    public List<StepInput> inputs(PlanContext plan) {
        if (enteredByEntraAdmin(plan)) {
            return List.of();
        }
        List<StepInput> inputs = new ArrayList<>(credential.inputs(true));
        inputs.addAll(RedirectUrl.inputs(plan.connection()));
        return inputs;
    }

    @Override
    public StepChange answer(PlanContext plan, Answers answers, String actor) {
        OutboundCredential.Typed typed = credential.read(answers, !enteredByEntraAdmin(plan));
        RedirectUrl.read(answers, plan.connection());
        answers.finish();
        String clientId = Objects.requireNonNull(plan.connection().entraClientId());
        return credential.tried(StepChange.done(answers.kept()), plan.connection(), clientId, typed);
    }

    @Override
    public List<String> warnings(PlanContext plan) {
        return RedirectUrl.warnings(plan, id());
    }

    private boolean enteredByEntraAdmin(PlanContext plan) {
        return plan.record(id()).outcome() == StepOutcome.OPEN
                && vault.current(plan.connection().id(), SecretKind.OUTBOUND_CLIENT_SECRET)
                        .isPresent();
    }
}
