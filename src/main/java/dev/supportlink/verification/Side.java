package dev.supportlink.verification;

import dev.supportlink.platform.text.Word;

/** What a check is about. */
public enum Side implements Word {
    ENTRA,
    GRAPH,
    INSTANCE,
    INBOUND,
    NETWORK,
    SECRETS
}
