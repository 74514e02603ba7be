package dev.supportlink.inbound;

import dev.supportlink.platform.text.Word;

/** Why a sign-in was really refused: for the audit trail, never for the caller. */
public enum RefusalReason implements Word {
    UNKNOWN_CLIENT,
    WRONG_CLIENT_SECRET,
    UNKNOWN_USER,
    WRONG_PASSWORD,
    OTHER_CONNECTIONS_USER,
    UNKNOWN_REFRESH_TOKEN,
    EXPIRED_REFRESH_TOKEN,
    OTHER_CONNECTIONS_TOKEN,
    /** A value was replaced in the moment of its first use. */
    VALUE_REPLACED,
    PROBE_MISUSED;

    /** Whether the client itself is not proven. */
    boolean concernsClient() {
        return this == UNKNOWN_CLIENT || this == WRONG_CLIENT_SECRET;
    }

    /** Whether the value was once right: no guess, so it is not counted as one. */
    boolean onceRight() {
        return this == EXPIRED_REFRESH_TOKEN || this == VALUE_REPLACED;
    }
}
