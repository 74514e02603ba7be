package dev.supportlink.connection;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The ServiceNow instance and the names, not the secrets, of the instance credential.
 *
 * @param url base URL without path, query or user info
 * @param clientId of the OAuth API endpoint for external clients; null until step 6
 * @param userName of the integration user there; null until step 7
 * @param userIsNew whether the integration user was made for this connection: its flags are then mandatory
 */
public record Instance(
        URI url, @Nullable String clientId, @Nullable String userName, boolean userIsNew) {

    public Instance(URI url) {
        this(url, null, null, false);
    }

    /** Scheme, host and port: what a stored credential is bound to. */
    public String origin() {
        String port = url.getPort() == -1 ? "" : ":" + url.getPort();
        return url.getScheme() + "://" + url.getHost() + port;
    }
}
