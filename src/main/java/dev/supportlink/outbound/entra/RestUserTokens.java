package dev.supportlink.outbound.entra;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.RestApplications;
import dev.supportlink.secret.Secret;
import dev.supportlink.secret.SecretKind;
import dev.supportlink.secret.SecretVault;
import dev.supportlink.setup.TokenClaims;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Fetches tokens of a connection's REST user application for its REST API application, as a caller does. Remembers none:
 * who uses them keeps them bound to where they are sent.
 */
@ApplicationScoped
public class RestUserTokens {

    @Inject
    TokenRequests requests;

    @Inject
    SecretVault vault;

    /** A token that was fetched now; UpstreamException when set-up has not come so far, or Entra ID refuses. */
    public IssuedToken fetch(Connection connection) {
        RestApplications applications = connection.restApplications();
        String api = applications.apiClientId();
        String user = applications.userClientId();
        if (api == null || user == null) {
            throw MissingApplication.rest();
        }
        TokenRequests.Application client = new TokenRequests.Application(connection.tenant(), user);
        return requests.token(client, secret(connection), api);
    }

    /** What stands in such a token. */
    TokenClaims claims(Connection connection) {
        return ReadToken.claims(fetch(connection).value());
    }

    private Secret secret(Connection connection) {
        return vault.open(connection.id(), SecretKind.REST_USER_CLIENT_SECRET, requests.target(connection.tenant()))
                .orElseThrow(MissingApplication::rest);
    }
}
