package dev.supportlink.setup.steps;

import dev.supportlink.connection.Connection;
import dev.supportlink.inbound.entra.EntraCallers;
import dev.supportlink.secret.SecretKind;
import dev.supportlink.secret.SecretVault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Lets callers in as soon as both of their applications are proven, in whichever order that happens. */
@ApplicationScoped
public class RestCallers {

    @Inject
    EntraCallers callers;

    @Inject
    SecretVault vault;

    /** A stored secret was proven by a token, and ends with the client ID it was proven for. */
    void follow(Connection connection) {
        if (known(connection, SecretKind.REST_API_CLIENT_SECRET)
                && known(connection, SecretKind.REST_USER_CLIENT_SECRET)) {
            callers.follow(connection);
        }
    }

    private boolean known(Connection connection, SecretKind kind) {
        return vault.current(connection.id(), kind).isPresent();
    }
}
