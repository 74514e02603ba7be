package dev.supportlink.secret;

import dev.supportlink.platform.text.Word;

/** The recoverable secrets of a connection, sealed at rest. */
public enum SecretKind implements Word {
    /** The Entra application's client secret. */
    OUTBOUND_CLIENT_SECRET,
    /** The client secret of the OAuth API endpoint for external clients at the instance. */
    INSTANCE_CLIENT_SECRET,
    /** The password of the integration user at the instance. */
    INSTANCE_USER_PASSWORD
}
