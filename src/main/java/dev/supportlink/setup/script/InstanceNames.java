package dev.supportlink.setup.script;

import dev.supportlink.connection.Connection;

/** The names that a connection's things get at the instance. */
public final class InstanceNames {

    /** The role that the guide asks for. */
    public static final String ROLE = "incident_manager";

    private InstanceNames() {}

    /** The OAuth API endpoint for external clients. */
    public static String inboundClient(Connection connection) {
        return "SupportLink " + connection.name();
    }

    /** The third party OAuth provider. */
    public static String outboundProvider(Connection connection) {
        return "SupportLink " + connection.name() + " outbound";
    }

    /** The OIDC provider, named as the guide does. */
    public static String oidcProvider(Connection connection) {
        String domain = connection.tenant().domain();
        return domain.substring(0, domain.indexOf('.')) + "_application_inbound_api";
    }

    /** The User ID of a new integration user. */
    public static String integrationUser(Connection connection) {
        return "supportlink." + connection.id().substring(0, 8);
    }
}
