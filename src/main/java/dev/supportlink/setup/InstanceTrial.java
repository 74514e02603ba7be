package dev.supportlink.setup;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Instance;
import dev.supportlink.secret.Secret;
import java.net.URI;

/** Tries the instance before anything about it is stored. */
public interface InstanceTrial {

    /**
     * Whether the address may be called (policy, resolved address) and something answers there; UpstreamException with
     * code {@code address-not-allowed}, {@code dns}, {@code connect}, {@code tls}, {@code timeout} otherwise.
     */
    void reach(URI instanceUrl);

    /**
     * One sign-in with exactly these values, never repeated, whatever happens; UpstreamException with kind
     * UNAUTHENTICATED when refused.
     */
    void signIn(Instance instance, Secret clientSecret, Secret password);

    /**
     * One sign-in as this connection's REST user application, with its stored secret and a token of Entra ID, never
     * repeated; UpstreamException of the system {@code instance} with kind UNAUTHENTICATED when the instance refuses the
     * token, of the system {@code entra} when there is none.
     */
    void signInByToken(Connection connection);

    /**
     * Drops tokens kept for the connection, after its credential changed.
     */
    void forget(Connection connection);
}
