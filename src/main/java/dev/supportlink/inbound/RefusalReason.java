package dev.supportlink.inbound;

import dev.supportlink.platform.text.Word;

/** Why a sign-in was really refused: for the audit trail, never for the caller. */
public enum RefusalReason implements Word {
    UNKNOWN_CLIENT,
    WRONG_CLIENT_SECRET,
    /** The connection is set up otherwise: its callers bring tokens from elsewhere, or there are none. */
    CLIENT_SWITCHED_OFF,
    /** The client is proven, but this grant is not switched on for it. */
    GRANT_SWITCHED_OFF,
    UNKNOWN_USER,
    WRONG_PASSWORD,
    OTHER_CONNECTIONS_USER,
    UNKNOWN_REFRESH_TOKEN,
    EXPIRED_REFRESH_TOKEN,
    /** All tokens of the client were revoked since. */
    REVOKED_REFRESH_TOKEN,
    /** It had been exchanged for another one before: one of the two who presented it stole it. */
    REUSED_REFRESH_TOKEN,
    OTHER_CONNECTIONS_TOKEN,
    /** A value was replaced in the moment of its first use. */
    VALUE_REPLACED,
    PROBE_MISUSED,
    /** The allow list does not name the address; nothing of the request was read. */
    ADDRESS_NOT_ALLOWED;

    /** What the caller is told; of refusals that say the same, nobody can tell one from the other. */
    TokenDecision answer() {
        return switch (this) {
            case UNKNOWN_CLIENT, WRONG_CLIENT_SECRET, CLIENT_SWITCHED_OFF -> new TokenDecision.ClientRefused();
            case GRANT_SWITCHED_OFF -> new TokenDecision.GrantNotAllowed();
            default -> new TokenDecision.GrantRefused();
        };
    }

    /** Whether it may have been a guess; not what was right once, or is right for something else. */
    boolean maybeGuess() {
        return switch (this) {
            case GRANT_SWITCHED_OFF,
                    EXPIRED_REFRESH_TOKEN,
                    REVOKED_REFRESH_TOKEN,
                    REUSED_REFRESH_TOKEN,
                    VALUE_REPLACED -> false;
            default -> true;
        };
    }
}
