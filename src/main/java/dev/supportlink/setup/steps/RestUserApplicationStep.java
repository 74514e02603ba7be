package dev.supportlink.setup.steps;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.InstanceGate;
import dev.supportlink.connection.RestApplications;
import dev.supportlink.secret.Secret;
import dev.supportlink.secret.SecretKind;
import dev.supportlink.setup.Answers;
import dev.supportlink.setup.InstanceTrial;
import dev.supportlink.setup.OutboundTrial;
import dev.supportlink.setup.PlanContext;
import dev.supportlink.setup.SetupStep;
import dev.supportlink.setup.StepChange;
import dev.supportlink.setup.StepId;
import dev.supportlink.setup.StepInput;
import dev.supportlink.setup.TokenClaims;
import dev.supportlink.setup.script.EntraRegistration;
import dev.supportlink.setup.script.PortalLinks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Entra application that callers sign in as: the sheet's Rest username and Rest user password. */
@ApplicationScoped
public class RestUserApplicationStep implements SetupStep {

    @Inject
    RestRegistration registration;

    @Inject
    OutboundCredential credential;

    @Inject
    RestApplicationProof proof;

    @Inject
    OutboundTrial entra;

    @Inject
    InstanceGate gate;

    @Inject
    InstanceTrial instances;

    @Inject
    RestCallers callers;

    @Override
    public StepId id() {
        return StepId.REST_USER_APPLICATION;
    }

    @Override
    public List<String> instructions(PlanContext plan) {
        return List.of(
                RestRegistration.REGISTER,
                "API permissions: none. Entra ID gives it tokens for the REST API application as long as that one requires no"
                        + " assignment.",
                RestRegistration.SECRET,
                "Enter the Application (client) ID, the secret's value and its expiry date. The client ID becomes the User ID"
                        + " of the integration user. A real token for the REST API application is fetched and looked at before"
                        + " anything is stored.");
    }

    @Override
    public Map<String, Object> values(PlanContext plan) {
        Connection connection = plan.connection();
        RestApplications known = connection.restApplications();
        Map<String, Object> values = new LinkedHashMap<>(registration.values(
                connection, EntraRegistration.restUser(connection, entra.graphUrl(connection.tenant()))));
        values.put("permissions", List.of());
        Optional.ofNullable(known.apiClientId()).ifPresent(id -> values.put("restApiClientId", id));
        Optional.ofNullable(known.userClientId()).ifPresent(id -> values.put(ClientIds.FIELD, id));
        values.put("links", PortalLinks.registration(connection, known.userClientId()));
        return values;
    }

    @Override
    public List<StepInput> inputs(PlanContext plan) {
        return List.of(
                StepInput.required(ClientIds.FIELD, "text"),
                StepInput.secret(OutboundCredential.SECRET, true, SecretKind.REST_USER_CLIENT_SECRET),
                StepInput.optional(OutboundCredential.EXPIRES_ON, "date"));
    }

    @Override
    public StepChange answer(PlanContext plan, Answers answers, String actor) {
        Connection connection = plan.connection();
        String clientId = ClientIds.read(answers, connection, id());
        OutboundCredential.Typed typed = credential.read(answers, true);
        answers.finish();
        Secret secret = typed.secret().orElseThrow();
        prove(connection, new RestApplicationProof.Typed(id(), connection.tenant(), clientId, secret));
        return StepChange.done(answers.kept())
                .changing(now -> ClientIds.free(now, id(), clientId)
                        .withRestApplications(now.restApplications().withUser(clientId)))
                .storing(
                        SecretKind.REST_USER_CLIENT_SECRET,
                        entra.target(connection.tenant()),
                        secret,
                        typed.expiresAt().orElse(null))
                .then(after -> letIn(after, clientId));
    }

    /** Until the REST API application is known, a token for itself shows that the secret is right. */
    private void prove(Connection connection, RestApplicationProof.Typed user) {
        String api = connection.restApplications().apiClientId();
        String wanted = api == null ? user.clientId() : api;
        TokenClaims claims = proof.token(user, wanted, ClientIds.FIELD);
        proof.fits(user, claims, wanted);
        if (api != null) {
            proof.namesTheUser(claims);
        }
    }

    private void letIn(Connection after, String clientId) {
        Optional.ofNullable(after.instance()).ifPresent(instance -> gate.open(instance.origin(), clientId));
        instances.forget(after);
        callers.follow(after);
    }
}
