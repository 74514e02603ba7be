package dev.supportlink.connection;

import dev.supportlink.platform.text.Word;

/** How the inbound side signs in: with an OAuth client and a user, with Entra ID tokens, or not at all. */
public enum SetupType implements Word {
    BASIC,
    ENTRA,
    INSIGHTS_ONLY
}
