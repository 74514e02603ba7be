package dev.supportlink.secret;

import dev.supportlink.platform.text.Word;

/** Where one value of a secret stands in its life. */
public enum SecretState implements Word {
    PENDING,
    CURRENT,
    RETIRING,
    REMOVED,
    /** SupportLink made it outside, and can no longer remove it there by itself. */
    ORPHANED
}
