package dev.supportlink.setup;

import dev.supportlink.connection.Tenant;
import dev.supportlink.secret.Secret;

/** Fetches a real token of one Entra application for another, before anything about them is stored. */
public interface ApplicationTrial {

    /**
     * A token by client credentials with exactly these values, without any cache.
     *
     * @param api client ID or identifier URI of the application that the token is made for
     * @throws dev.supportlink.platform.problem.UpstreamException with code {@code aadsts-<number>} when Entra ID refuses,
     *     with kind MALFORMED when the token cannot be read
     */
    TokenClaims token(Tenant tenant, String clientId, Secret clientSecret, String api);

    /** The v1 metadata URL as the guide shows it, with the tenant's domain. */
    String shownMetadataUrl(Tenant tenant);
}
