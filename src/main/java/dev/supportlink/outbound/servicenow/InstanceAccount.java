package dev.supportlink.outbound.servicenow;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Instance;
import dev.supportlink.connection.SetupType;
import dev.supportlink.outbound.http.Target;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import java.net.URI;

/** The names of an instance credential: where, through which OAuth client, as which user. */
record InstanceAccount(URI url, String origin, String clientId, String userName) {

    /** The account of a connection; UpstreamException when set-up has not come so far. */
    static InstanceAccount of(Connection connection) {
        return connection.setupType() == SetupType.ENTRA
                ? ofApplications(connection, instance(connection))
                : of(instance(connection));
    }

    /** The user was proven for one application; it is no account of another one. */
    private static InstanceAccount ofApplications(Connection connection, Instance instance) {
        String api = connection.restApplications().apiClientId();
        String user = connection.restApplications().userClientId();
        if (api == null || user == null || !user.equals(instance.userName())) {
            throw missing();
        }
        return new InstanceAccount(instance.url(), instance.origin(), api, user);
    }

    static InstanceAccount of(Instance instance) {
        if (instance.clientId() == null || instance.userName() == null) {
            throw missing();
        }
        return new InstanceAccount(instance.url(), instance.origin(), instance.clientId(), instance.userName());
    }

    static Instance instance(Connection connection) {
        if (connection.instance() == null) {
            throw new UpstreamException(
                    "instance", Kind.UNAUTHENTICATED, "no-instance", "The connection has no instance.");
        }
        return connection.instance();
    }

    Target target() {
        return new Target("instance", url);
    }

    static UpstreamException missing() {
        return new UpstreamException(
                "instance",
                Kind.UNAUTHENTICATED,
                "instance-credential-missing",
                "The connection has no credential for this instance yet.");
    }
}
