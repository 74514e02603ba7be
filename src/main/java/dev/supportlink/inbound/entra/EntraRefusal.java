package dev.supportlink.inbound.entra;

import dev.supportlink.platform.text.Word;

/** Why a token of Entra ID was really refused: for the audit trail, never for the caller. */
public enum EntraRefusal implements Word {
    /** No JWT, or one that lacks what names its tenant, audience and caller. */
    MALFORMED_TOKEN,
    /** Not RS256, no key id, or a header that brings its own key. */
    HEADER_NOT_ALLOWED,
    /** Nobody is registered with this tenant, audience and caller, or the connection takes no such tokens. */
    CALLER_NOT_REGISTERED,
    /** No keys of the tenant are known and none could be fetched. */
    NO_KEYS,
    UNKNOWN_KEY,
    WRONG_SIGNATURE,
    WRONG_ISSUER,
    TOKEN_EXPIRED,
    TOKEN_NOT_YET_VALID,
    /** It stands for a person. */
    PERSONS_TOKEN,
    /** The calling application had proved nothing when it got the token. */
    CALLER_NOT_PROVEN
}
