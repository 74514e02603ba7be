package dev.supportlink.handover;

import dev.supportlink.platform.text.Word;

/** What an operator sees of a hand-over. */
public enum HandOverState implements Word {
    /** Nobody has used the link. */
    OPEN,
    IN_USE,
    /** Every step of its role is done or skipped. */
    FINISHED,
    REVOKED,
    EXPIRED
}
