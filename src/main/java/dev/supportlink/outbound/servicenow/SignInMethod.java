package dev.supportlink.outbound.servicenow;

import dev.supportlink.connection.Connection;
import dev.supportlink.outbound.http.BearerToken;
import java.util.List;

/** One way to get a session at an instance; which one a connection uses follows from its set-up type. */
interface SignInMethod {

    /** One try to get in. */
    interface Attempt {
        BearerToken make();
    }

    /** The ids of the secret versions that it signs in with; UpstreamException while one is missing. */
    List<String> secretVersions(Connection connection);

    /**
     * One sign-in, ready to be tried: what is done before it is tried does not reach the instance, so that a failure there
     * says nothing about the user. The attempt itself is never repeated.
     */
    Attempt prepare(Connection connection, InstanceAccount account);

    /** The reason why it is not tried again after the instance refused. */
    String refusal();
}
