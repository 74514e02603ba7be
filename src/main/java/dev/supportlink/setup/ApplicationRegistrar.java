package dev.supportlink.setup;

import dev.supportlink.connection.Tenant;
import dev.supportlink.secret.Secret;
import dev.supportlink.setup.script.EntraRegistration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Makes the Entra application with an administrator's own short-lived token, which is used for these calls and kept
 * nowhere. Everything is looked for before it is made, so that a broken attempt can be repeated.
 */
public interface ApplicationRegistrar {

    /** The registration as it is now. */
    record Registered(String clientId, String objectId) {}

    /** A new client secret that has signed in once. */
    record MadeSecret(Secret value, Instant expiresAt) {}

    /**
     * Finds the registration by client ID or else by its name, or creates it, and adds whatever is missing; what somebody
     * else added stays.
     *
     * @throws dev.supportlink.platform.problem.UpstreamException with a code of the catalogue when the token is not one of
     *     this tenant for Graph, or may not do this
     */
    Registered register(EntraRegistration wanted, @Nullable String clientId, Secret accessToken);

    /**
     * Makes a client secret and waits a bounded time until it signs in. Secrets that an attempt before left behind, known
     * by their display name, are removed first; others are not touched.
     */
    MadeSecret makeSecret(Tenant tenant, Registered application, String displayName, Secret accessToken);
}
