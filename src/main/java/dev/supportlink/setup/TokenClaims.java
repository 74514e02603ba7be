package dev.supportlink.setup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands in an access token that was fetched to be looked at; the token itself is not kept.
 *
 * @param version {@code 1.0} or {@code 2.0}: the API that it is made for decides
 * @param clientId claim {@code appid} or {@code azp}: the application that asked for it
 * @param proof claim {@code appidacr} or {@code azpacr}: 0 none, 1 a secret, 2 a certificate
 * @param scope claim {@code scp}; present only where a person signed in
 * @param roles application permissions; often none
 */
public record TokenClaims(
        @Nullable String version,
        List<String> audience,
        @Nullable String tenantId,
        @Nullable String clientId,
        @Nullable String proof,
        @Nullable String scope,
        List<String> roles) {

    public TokenClaims {
        audience = List.copyOf(audience);
        roles = List.copyOf(roles);
    }
}
