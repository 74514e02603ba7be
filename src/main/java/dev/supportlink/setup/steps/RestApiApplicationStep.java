package dev.supportlink.setup.steps;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.RestApplications;
import dev.supportlink.secret.Secret;
import dev.supportlink.secret.SecretKind;
import dev.supportlink.secret.SecretVault;
import dev.supportlink.setup.Answers;
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

/** The Entra application that callers ask tokens for: the client ID and client secret of the completion sheet. */
@ApplicationScoped
public class RestApiApplicationStep implements SetupStep {

    @Inject
    RestRegistration registration;

    @Inject
    OutboundCredential credential;

    @Inject
    RestApplicationProof proof;

    @Inject
    OutboundTrial entra;

    @Inject
    SecretVault vault;

    @Inject
    RestCallers callers;

    @Override
    public StepId id() {
        return StepId.REST_API_APPLICATION;
    }

    @Override
    public List<String> instructions(PlanContext plan) {
        return List.of(
                RestRegistration.REGISTER,
                "Expose an API > Application ID URI > Add: keep the proposed value api:// and the client ID. No scope and no"
                        + " app role is needed: programs sign in, not people.",
                "Manifest: requestedAccessTokenVersion [earlier: accessTokenAcceptedVersion] must be null or 1, because only"
                        + " tokens of version 1 carry the claim appid.",
                "Enterprise applications > the application > Properties: Assignment required must be No.",
                RestRegistration.SECRET,
                "Enter the Application (client) ID, the secret's value and its expiry date. The tenant admin will copy both"
                        + " from the completion sheet. A real token is fetched before anything is stored.");
    }

    @Override
    public Map<String, Object> values(PlanContext plan) {
        Connection connection = plan.connection();
        RestApplications known = connection.restApplications();
        String clientId = known.apiClientId();
        Map<String, Object> values = new LinkedHashMap<>(registration.values(
                connection, EntraRegistration.restApi(connection, entra.graphUrl(connection.tenant()))));
        values.put(
                "exposeAnApi",
                Map.of(
                        "applicationIdUri",
                        Optional.ofNullable(known.identifierUri())
                                .orElseGet(() -> IdentifierUri.proposedFor("{Application (client) ID}")),
                        "scopes",
                        List.of(),
                        "appRoles",
                        List.of()));
        values.put("requestedAccessTokenVersion", 1);
        values.put("assignmentRequired", false);
        Optional.ofNullable(clientId).ifPresent(id -> values.put(ClientIds.FIELD, id));
        values.put("links", PortalLinks.registration(connection, clientId));
        return values;
    }

    @Override
    public List<StepInput> inputs(PlanContext plan) {
        return List.of(
                StepInput.required(ClientIds.FIELD, "text"),
                StepInput.secret(OutboundCredential.SECRET, true, SecretKind.REST_API_CLIENT_SECRET),
                StepInput.optional(OutboundCredential.EXPIRES_ON, "date"),
                StepInput.optional(IdentifierUri.FIELD, "text"));
    }

    @Override
    public StepChange answer(PlanContext plan, Answers answers, String actor) {
        Connection connection = plan.connection();
        String clientId = ClientIds.read(answers, connection, id());
        OutboundCredential.Typed typed = credential.read(answers, true);
        Optional<String> uri = answers.text(IdentifierUri.FIELD, false, IdentifierUri.FORM, IdentifierUri::parse);
        answers.finish();
        Secret secret = typed.secret().orElseThrow();
        prove(connection, new RestApplicationProof.Typed(id(), connection.tenant(), clientId, secret), uri);
        String identifierUri = uri.orElseGet(() -> IdentifierUri.proposedFor(clientId));
        return StepChange.done(answers.kept())
                .changing(now -> ClientIds.free(now, id(), clientId)
                        .withRestApplications(now.restApplications().withApi(clientId, identifierUri)))
                .storing(
                        SecretKind.REST_API_CLIENT_SECRET,
                        entra.target(connection.tenant()),
                        secret,
                        typed.expiresAt().orElse(null))
                .then(callers::follow);
    }

    private void prove(Connection connection, RestApplicationProof.Typed api, Optional<String> uri) {
        TokenClaims claims = proof.token(api, api.clientId(), ClientIds.FIELD);
        proof.fits(api, claims, api.clientId());
        proof.namesTheUser(claims);
        uri.ifPresent(name -> proof.fits(api, proof.token(api, name, IdentifierUri.FIELD), name));
        knownUser(connection).ifPresent(user -> proof.letsIn(user, api.clientId()));
    }

    /** The two applications are entered in any order: who comes second shows that they fit. */
    private Optional<RestApplicationProof.Typed> knownUser(Connection connection) {
        String target = entra.target(connection.tenant());
        return Optional.ofNullable(connection.restApplications().userClientId())
                .flatMap(user -> vault.open(connection.id(), SecretKind.REST_USER_CLIENT_SECRET, target)
                        .map(secret -> new RestApplicationProof.Typed(
                                StepId.REST_USER_APPLICATION, connection.tenant(), user, secret)));
    }
}
