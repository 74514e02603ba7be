package dev.supportlink.inbound;

import dev.supportlink.connection.Connection;
import dev.supportlink.secret.Secret;

/** Plays a caller against this server's own public URL; implemented by {@code outbound}. */
public interface ProbeCaller {

    /**
     * Makes the password grant, one read of the incident list with the token, and revokes the token, all through the
     * public URL. Throws {@link dev.supportlink.platform.problem.UpstreamException} of the system {@code self}: {@code
     * unavailable} when the public URL cannot be reached, another kind when it answered otherwise than it should.
     */
    void signInReadAndRevoke(ProbeCredentials credentials);

    /**
     * Has Entra ID issue a token to the connection's REST user application and makes one read of the incident list with it
     * through the public URL. Throws {@link dev.supportlink.platform.problem.UpstreamException} of the system {@code
     * entra} when there is no token, of the system {@code self} as above.
     *
     * @param pass value of the header {@link ProbeCredentials#PASS_HEADER}
     */
    void readAsApplication(Connection connection, Secret pass);
}
