package dev.supportlink.outbound.entra;

import dev.supportlink.connection.Connection;
import dev.supportlink.secret.Secret;
import dev.supportlink.secret.SecretKind;
import dev.supportlink.secret.SecretVault;
import dev.supportlink.verification.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether the client secret that stands on the completion sheet still is one of the REST API application. */
@ApplicationScoped
public class RestApiTokenCheck extends RestTokenCheck {

    @Inject
    TokenRequests requests;

    @Inject
    SecretVault vault;

    @Override
    public String id() {
        return "rest-api-token";
    }

    @Override
    String step() {
        return "rest-api-application";
    }

    @Override
    Outcome look(Connection connection) {
        String api = connection.restApplications().apiClientId();
        if (api == null) {
            throw MissingApplication.rest();
        }
        IssuedToken unused =
                requests.token(new TokenRequests.Application(connection.tenant(), api), secret(connection), api);
        return Outcome.passed("Entra ID issued a token for " + api + ".");
    }

    private Secret secret(Connection connection) {
        String target = requests.target(connection.tenant());
        return vault.open(connection.id(), SecretKind.REST_API_CLIENT_SECRET, target)
                .orElseThrow(MissingApplication::rest);
    }
}
