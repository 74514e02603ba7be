package dev.supportlink.setup;

import dev.supportlink.connection.Instance;
import dev.supportlink.secret.Secret;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at an instance, and makes things there, as its administrator. The administrator's name and password are used for
 * the calls of one request and kept nowhere; each call is made once, since a wrong password counts towards a lockout.
 */
public interface InstanceAdministration {

    /** Who signs in, by Basic Authentication. */
    record Administrator(Secret userName, Secret password) {}

    /** A user as its administrator sees it. */
    record Account(
            boolean active,
            boolean lockedOut,
            boolean passwordNeedsReset,
            boolean webServiceAccessOnly,
            Set<String> roles,
            boolean madeForConnection) {

        public Account {
            roles = Set.copyOf(roles);
        }
    }

    /** A new registration whose secret nobody else knows. */
    record MadeClient(String clientId, Secret clientSecret) {}

    /** A new value of 256 random bits for a user or a client that is made. */
    Secret newSecret();

    /**
     * The user with this User ID; empty when the instance has none.
     *
     * @throws dev.supportlink.platform.problem.UpstreamException also when this administrator may not read users
     */
    Optional<Account> account(Instance instance, Administrator administrator, String userName, String connectionId);

    /**
     * Makes the integration user, or completes the one that an attempt before made: web service access only, the role
     * {@code incident_manager}, this password.
     */
    void makeUser(
            Instance instance, Administrator administrator, String userName, Secret password, String connectionId);

    /**
     * Makes the OAuth API endpoint for external clients with a new secret, or gives the one that an attempt before made
     * another; UpstreamException with code {@code oauth-entity-not-ours} for one that somebody else made.
     */
    MadeClient makeClient(Instance instance, Administrator administrator, String name, String connectionId);
}
