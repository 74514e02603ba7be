package dev.supportlink.inbound;

import dev.supportlink.secret.Secret;

/**
 * What one probe signs in with: usable once, together only, for 60 seconds, for this connection only.
 *
 * @param clientId the connection's real client ID
 * @param userName the connection's real integration user
 * @param pass value of the header {@link #PASS_HEADER}, to be sent with every request of the probe
 */
public record ProbeCredentials(
        String connectionId, String clientId, Secret clientSecret, String userName, Secret password, Secret pass) {

    /** Lets a probe, and only it, pass the allow list. */
    public static final String PASS_HEADER = "X-SupportLink-Probe";
}
