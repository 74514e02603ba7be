package dev.supportlink.setup.steps;

import dev.supportlink.connection.Connection;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.secret.Secret;
import dev.supportlink.secret.SecretKind;
import dev.supportlink.secret.SecretVault;
import dev.supportlink.setup.Answers;
import dev.supportlink.setup.ApplicationRegistrar;
import dev.supportlink.setup.ApplicationRegistrar.MadeSecret;
import dev.supportlink.setup.ApplicationRegistrar.Registered;
import dev.supportlink.setup.OutboundTrial;
import dev.supportlink.setup.StepChange;
import dev.supportlink.setup.StepId;
import dev.supportlink.setup.StepInput;
import dev.supportlink.setup.script.EntraRegistration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the Entra application, and its client secret where none is stored, with a token that the Entra admin gives for
 * this one request. The token is passed on to Graph and nowhere else.
 */
@ApplicationScoped
public class RegistrationByToken {

    private static final String TOKEN = "graphAccessToken";
    private static final String FORM = "must be an access token for Microsoft Graph of an Application Administrator";

    @Inject
    ApplicationRegistrar registrar;

    @Inject
    OutboundTrial entra;

    @Inject
    SecretVault vault;

    @Inject
    OutsideRefusal refusal;

    StepInput input() {
        return StepInput.transientSecret(TOKEN, false);
    }

    Optional<Secret> read(Answers answers) {
        return answers.transientSecret(TOKEN, false, FORM);
    }

    /** What to store; with a client ID that registration is completed, else the one that carries the connection's id. */
    StepChange registered(Connection connection, JsonObject kept, @Nullable String clientId, Secret token) {
        EntraRegistration wanted = EntraRegistration.outbound(connection, entra.graphUrl(connection.tenant()))
                .orElseThrow();
        Registered application = refusal.about(TOKEN, () -> found(connection, wanted, clientId, token));
        JsonObject answers = Json.createObjectBuilder(kept)
                .add("clientId", application.clientId())
                .build();
        StepChange change = StepChange.done(answers)
                .changing(now -> ClientIds.free(now, StepId.ENTRA_APPLICATION, application.clientId())
                        .withEntraClientId(application.clientId()));
        return hasGoodSecret(connection, application) ? change : withSecret(change, connection, application, token);
    }

    /** An application that is known already is completed, unless this tenant does not have it any more. */
    private Registered found(Connection connection, EntraRegistration wanted, @Nullable String clientId, Secret token) {
        String known = connection.entraClientId();
        if (clientId != null || known == null) {
            return registrar.register(wanted, clientId, token);
        }
        try {
            return registrar.register(wanted, known, token);
        } catch (UpstreamException failure) {
            if (failure.code().filter("aadsts-700016"::equals).isEmpty()) {
                throw failure;
            }
            return registrar.register(wanted, null, token);
        }
    }

    private StepChange withSecret(StepChange change, Connection connection, Registered application, Secret token) {
        String displayName = "SupportLink set-up " + connection.id();
        MadeSecret made =
                refusal.about(TOKEN, () -> registrar.makeSecret(connection.tenant(), application, displayName, token));
        return change.storing(
                SecretKind.OUTBOUND_CLIENT_SECRET, entra.target(connection.tenant()), made.value(), made.expiresAt());
    }

    /** A stored secret that still signs in is kept: repeating the step makes nothing twice. */
    private boolean hasGoodSecret(Connection connection, Registered application) {
        return application.clientId().equals(connection.entraClientId())
                && vault.open(connection.id(), SecretKind.OUTBOUND_CLIENT_SECRET, entra.target(connection.tenant()))
                        .filter(secret -> signsIn(connection, application, secret))
                        .isPresent();
    }

    private boolean signsIn(Connection connection, Registered application, Secret secret) {
        try {
            entra.signIn(connection.tenant(), application.clientId(), secret);
            return true;
        } catch (UpstreamException failure) {
            if (failure.kind() != UpstreamException.Kind.UNAUTHENTICATED) {
                throw failure;
            }
            return false;
        }
    }
}
