package dev.supportlink.connection;

import dev.supportlink.platform.text.Word;

/** What the last verifications say about a connection. */
public enum Health implements Word {
    UNCHECKED,
    REFUSED,
    UNREACHABLE,
    WAITING,
    DEGRADED,
    HEALTHY
}
