package dev.supportlink.definition;

import dev.supportlink.platform.text.Word;

/** What an import did, or would do. */
public enum ImportOutcome implements Word {
    CREATED,
    CHANGED,
    UNCHANGED
}
