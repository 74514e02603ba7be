package dev.supportlink.sandbox.graph;

import dev.supportlink.sandbox.entra.AccessTokens;
import dev.supportlink.sandbox.entra.AppToken;
import dev.supportlink.sandbox.entra.EntraSimulator;
import dev.supportlink.sandbox.entra.Tenant;
import dev.supportlink.sandbox.entra.TokenRejected;
import dev.supportlink.sandbox.http.Request;

/** Lets in who holds a valid token for Graph, and says for which tenant and with which permissions. */
final class GraphGate {

    /** A caller whose token was accepted. */
    record Caller(AppToken token, Tenant tenant) {
        void needs(String... anyOf) {
            if (!token.hasAny(anyOf)) {
                throw GraphRefusal.forbidden();
            }
        }
    }

    private final EntraSimulator entra;
    private final AccessTokens tokens;

    GraphGate(EntraSimulator entra) {
        this.entra = entra;
        this.tokens = entra.accessTokens();
    }

    Caller admit(Request request) {
        String bearer = request.bearer().orElseThrow(() -> GraphRefusal.unauthenticated("Access token is empty."));
        try {
            AppToken token = tokens.check(bearer, entra::isGraph);
            Tenant tenant = entra.tenant(token.tenantId())
                    .orElseThrow(() -> GraphRefusal.unauthenticated("The tenant of the token does not exist."));
            return new Caller(token, tenant);
        } catch (TokenRejected rejected) {
            throw GraphRefusal.unauthenticated(text(rejected.reason()));
        }
    }

    private static String text(TokenRejected.Reason reason) {
        return switch (reason) {
            case MALFORMED -> "IDX14100: JWT is not well formed.";
            case SIGNATURE -> "Access token validation failure. Signature is invalid.";
            case EXPIRED -> "Lifetime validation failed, the token is expired.";
            case AUDIENCE -> "Access token validation failure. Invalid audience.";
        };
    }
}
