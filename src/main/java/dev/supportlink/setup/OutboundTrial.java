package dev.supportlink.setup;

import dev.supportlink.connection.Tenant;
import dev.supportlink.secret.Secret;
import java.net.URI;
import java.util.List;

/** Tries a client ID and secret at Entra ID before they are stored. */
public interface OutboundTrial {

    /**
     * Fetches a real token with exactly these values, without any cache; UpstreamException with code {@code
     * aadsts-<number>} when Entra ID refuses.
     */
    void signIn(Tenant tenant, String clientId, Secret clientSecret);

    /** The token URL as the guide shows it, with the tenant's domain: for people; calls go to the tenant ID. */
    String shownTokenUrl(Tenant tenant);

    /** Where the tenant's cloud has Microsoft Graph; while the cloud is unknown, the first one that would be asked. */
    URI graphUrl(Tenant tenant);

    /** The host names that SupportLink calls for this tenant: login and Graph. */
    List<String> hosts(Tenant tenant);

    /** What a stored secret for this tenant is bound to: login origin and tenant ID. */
    String target(Tenant tenant);
}
