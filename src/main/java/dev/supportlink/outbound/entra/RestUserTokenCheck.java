package dev.supportlink.outbound.entra;

import dev.supportlink.connection.Connection;
import dev.supportlink.setup.TokenClaims;
import dev.supportlink.verification.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the REST user application gets a token for the REST API application, and whether it says what it must. */
@ApplicationScoped
public class RestUserTokenCheck extends RestTokenCheck {

    @Inject
    RestUserTokens tokens;

    @Override
    public String id() {
        return "rest-user-token";
    }

    @Override
    String step() {
        return "rest-user-application";
    }

    @Override
    Outcome look(Connection connection) {
        TokenClaims claims = tokens.claims(connection);
        String expected = wanted(connection);
        String seen = said(claims);
        if (!seen.equalsIgnoreCase(expected)) {
            return Outcome.failed(reasons.reason("rest-token-differs"), expected, seen);
        }
        if (connection.instance() != null && !"1.0".equals(claims.version())) {
            return Outcome.failed(
                    reasons.reason("rest-api-token-version"), "version 1.0", "version " + claims.version());
        }
        return Outcome.passed("Entra ID issued a token of version " + claims.version() + " (" + seen + "); roles: "
                + (claims.roles().isEmpty() ? "none, none is needed" : String.join(", ", claims.roles())) + ".");
    }

    private static String wanted(Connection connection) {
        return text(
                List.of(String.valueOf(connection.restApplications().apiClientId())),
                connection.restApplications().userClientId(),
                connection.tenant().id());
    }

    private static String said(TokenClaims claims) {
        return text(claims.audience(), claims.clientId(), claims.tenantId())
                + (claims.scope() == null ? "" : ", scp " + claims.scope());
    }

    private static String text(List<String> audience, @Nullable String client, @Nullable String tenant) {
        return "aud " + String.join(" ", audience) + ", appid " + client + ", tid " + tenant;
    }
}
