package dev.supportlink.setup.steps;

import dev.supportlink.connection.Cloud;
import dev.supportlink.connection.Connection;
import dev.supportlink.setup.Answers;
import dev.supportlink.setup.PlanContext;
import dev.supportlink.setup.SetupStep;
import dev.supportlink.setup.StepChange;
import dev.supportlink.setup.StepId;
import dev.supportlink.setup.StepInput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The app registration that SupportLink signs in as; the credential too, if this admin enters it here. */
@ApplicationScoped
public class EntraApplicationStep implements SetupStep {

    private static final String CLIENT_ID = "clientId";
    private static final String CLIENT_ID_FORM =
            "must be the Application (client) ID, a GUID such as 11111111-2222-3333-4444-555555555555";

    @Inject
    OutboundCredential credential;

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
        return text;
    }

    @Override
    public Map<String, Object> values(PlanContext plan) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("supportedAccountTypes", "Accounts in this organizational directory only");
        plan.instance().ifPresent(instance -> values.put("redirectUrl", instance.origin() + "/oauth_redirect.do"));
        values.put("portal", portal(plan.connection()));
        values.put(
                "permissions",
                List.of(
                        permission("Organization.Read.All", "498476ce-e0fe-48b0-b801-37ba7e2685c6", "recommended"),
                        permission("ServiceHealth.Read.All", "79c261e0-fe76-4144-aad5-bdc68fbe4037", "recommended"),
                        permission(
                                "Application.ReadWrite.OwnedBy",
                                "18a4783c-866b-4cc7-a460-3d5e5662c884",
                                "for unattended rotation")));
        Optional.ofNullable(plan.connection().entraClientId()).ifPresent(id -> values.put(CLIENT_ID, id));
        return values;
    }

    @Override
    public List<StepInput> inputs(PlanContext plan) {
        List<StepInput> inputs = new ArrayList<>();
        inputs.add(StepInput.required(CLIENT_ID, "text"));
        inputs.addAll(credential.inputs(false));
        return inputs;
    }

    @Override
    public StepChange answer(PlanContext plan, Answers answers, String actor) {
        String clientId = answers.text(CLIENT_ID, true, CLIENT_ID_FORM, EntraApplicationStep::guid)
                .orElse("");
        OutboundCredential.Typed typed = credential.read(answers, false);
        if (typed.secret().isEmpty() && typed.expiresAt().isPresent()) {
            answers.wrong("clientSecretExpiresOn", "goes with clientSecret; give both or neither");
        }
        answers.finish();
        StepChange change =
                StepChange.done(answers.kept()).changing(connection -> connection.withEntraClientId(clientId));
        return credential.tried(change, plan.connection(), clientId, typed);
    }

    private static Optional<String> guid(String text) {
        return OutboundCredential.GUID.matcher(text).matches()
                ? Optional.of(text.toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    private static Map<String, String> permission(String name, String id, String use) {
        return Map.of("name", name, "id", id, "type", "Application", "use", use);
    }

    private static String portal(Connection connection) {
        Cloud cloud = Optional.ofNullable(connection.tenant().cloud()).orElse(Cloud.GLOBAL);
        return switch (cloud) {
                    case GLOBAL -> "https://portal.azure.com";
                    case US_GOV, US_GOV_DOD -> "https://portal.azure.us";
                    case CHINA -> "https://portal.azure.cn";
                }
                + "/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade";
    }
}
