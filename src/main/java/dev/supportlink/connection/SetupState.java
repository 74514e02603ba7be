package dev.supportlink.connection;

import dev.supportlink.platform.text.Word;

/** How far the set-up plan is. */
public enum SetupState implements Word {
    IN_PROGRESS,
    WAITING,
    COMPLETE
}
