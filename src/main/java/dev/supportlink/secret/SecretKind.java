package dev.supportlink.secret;

import dev.supportlink.platform.text.Word;

/** The recoverable secrets of a connection, sealed at rest. */
public enum SecretKind implements Word {
    /** The Entra application's client secret. */
    OUTBOUND_CLIENT_SECRET,
    /** The client secret of the OAuth API endpoint for external clients at the instance. */
    INSTANCE_CLIENT_SECRET,
    /** The password of the integration user at the instance. */
    INSTANCE_USER_PASSWORD,
    /** The client secret of the REST API application, which the completion sheet shows in the set-up type entra. */
    REST_API_CLIENT_SECRET,
    /** The client secret of the REST user application, which asks Entra ID for tokens for the REST API application. */
    REST_USER_CLIENT_SECRET;

    /** Whether it is a client secret of an Entra application, bound to the tenant; else it is bound to the instance. */
    public boolean ofApplication() {
        return switch (this) {
            case OUTBOUND_CLIENT_SECRET, REST_API_CLIENT_SECRET, REST_USER_CLIENT_SECRET -> true;
            case INSTANCE_CLIENT_SECRET, INSTANCE_USER_PASSWORD -> false;
        };
    }

    /** Whether signing in to the instance depends on it. */
    public boolean opensInstance() {
        return switch (this) {
            case INSTANCE_CLIENT_SECRET, INSTANCE_USER_PASSWORD, REST_USER_CLIENT_SECRET -> true;
            case OUTBOUND_CLIENT_SECRET, REST_API_CLIENT_SECRET -> false;
        };
    }
}
