package dev.supportlink.setup.steps;

import dev.supportlink.connection.Connection;
import dev.supportlink.secret.Secret;
import dev.supportlink.setup.Answers;
import dev.supportlink.setup.OutboundTrial;
import dev.supportlink.setup.PlanContext;
import dev.supportlink.setup.SetupStep;
import dev.supportlink.setup.StepChange;
import dev.supportlink.setup.StepId;
import dev.supportlink.setup.StepInput;
import dev.supportlink.setup.script.EntraRegistration;
import dev.supportlink.setup.script.EntraScripts;
import dev.supportlink.setup.script.GraphPermission;
import dev.supportlink.setup.script.PortalLinks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The app registration that SupportLink signs in as; the credential too, if this admin enters it here. */
@ApplicationScoped
public class EntraApplicationStep implements SetupStep {

    @Inject
    OutboundCredential credential;

    @Inject
    RegistrationByToken byToken;

    @Inject
    OutboundTrial entra;

    @Override
    public StepId id() {
        return StepId.ENTRA_APPLICATION;
    }

    @Override
    public List<String> instructions(PlanContext plan) {
        List<String> text = new ArrayList<>();
        text.add(
                "Azure portal [today: Microsoft Entra admin center] > App registrations > New registration > Accounts in"
                        + " this organizational directory only (Single tenant) > Register. You need the role Application"
                        + " Administrator or Cloud Application Administrator.");
        if (!plan.withoutInstance()) {
            text.add("Authentication > Add a platform > Web: enter the redirect URL shown here. The guide also names"
                    + " auth_redirect.do; the instance's real callback is oauth_redirect.do.");
        }
        text.add(
                "Certificates & secrets > New client secret. Copy its Value, not its Secret ID, right after creation, and"
                        + " note the expiry date.");
        text.add(
                "API permissions > Add a permission > Microsoft Graph > Application permissions: the recommended ones are"
                        + " shown here. Without them Graph is not checked. Grant admin consent: that needs a Privileged Role"
                        + " Administrator or Global Administrator.");
        text.add(
                "For unattended rotation of the client secret, add Application.ReadWrite.OwnedBy and make the application"
                        + " an owner of itself.");
        text.add(
                "Enter the Application (client) ID. Enter the secret here too, or leave it to step outbound-provider.");
        text.add(
                "Instead of all this, run one of the scripts shown here, or give graphAccessToken: a short-lived access token"
                        + " of your own for Microsoft Graph (az account get-access-token --resource-type ms-graph). SupportLink then"
                        + " makes the registration and its secret itself, in this one request, and keeps the token nowhere. Grant"
                        + " admin consent afterwards.");
        return text;
    }

    @Override
    public Map<String, Object> values(PlanContext plan) {
        Map<String, Object> values = new LinkedHashMap<>();
        Connection connection = plan.connection();
        Optional<EntraRegistration> registration =
                EntraRegistration.outbound(connection, entra.graphUrl(connection.tenant()));
        registration.ifPresent(wanted -> values.put("name", wanted.name()));
        values.put("supportedAccountTypes", "Accounts in this organizational directory only");
        Optional.ofNullable(EntraRegistration.redirectUrl(connection)).ifPresent(url -> values.put("redirectUrl", url));
        values.put(
                "permissions",
                Arrays.stream(GraphPermission.values())
                        .map(EntraApplicationStep::permission)
                        .toList());
        Optional.ofNullable(connection.entraClientId()).ifPresent(id -> values.put(ClientIds.FIELD, id));
        values.put("links", PortalLinks.registration(connection, connection.entraClientId()));
        registration.ifPresent(wanted -> values.put("scripts", EntraScripts.of(wanted, connection.name())));
        return values;
    }

    @Override
    public List<StepInput> inputs(PlanContext plan) {
        List<StepInput> inputs = new ArrayList<>();
        inputs.add(StepInput.required(ClientIds.FIELD, "text"));
        inputs.addAll(credential.inputs(false));
        inputs.addAll(RedirectUrl.inputs(plan.connection()));
        inputs.add(byToken.input());
        return inputs;
    }

    @Override
    public StepChange answer(PlanContext plan, Answers answers, String actor) {
        Optional<Secret> token = byToken.read(answers);
        Optional<String> typedId = ClientIds.read(answers, plan.connection(), id(), token.isEmpty());
        OutboundCredential.Typed typed = credential.read(answers, false);
        RedirectUrl.read(answers, plan.connection());
        if (typed.secret().isEmpty() && typed.expiresAt().isPresent()) {
            answers.wrong("clientSecretExpiresOn", "goes with clientSecret; give both or neither");
        }
        if (token.isPresent() && typed.secret().isPresent()) {
            answers.wrong("clientSecret", "must be left out beside graphAccessToken, with which a secret is made");
        }
        answers.finish();
        return token.map(given -> byToken.registered(plan.connection(), answers.kept(), typedId.orElse(null), given))
                .orElseGet(() -> byHand(plan.connection(), answers, typedId.orElseThrow(), typed));
    }

    private StepChange byHand(Connection connection, Answers answers, String clientId, OutboundCredential.Typed typed) {
        StepChange change = StepChange.done(answers.kept())
                .changing(now -> ClientIds.free(now, id(), clientId).withEntraClientId(clientId));
        return credential.tried(change, connection, clientId, typed);
    }

    @Override
    public List<String> warnings(PlanContext plan) {
        return RedirectUrl.warnings(plan, id());
    }

    private static Map<String, String> permission(GraphPermission permission) {
        return Map.of(
                "name", permission.value(), "id", permission.id(), "type", "Application", "use", permission.use());
    }
}
