package dev.supportlink.setup;

import dev.supportlink.platform.text.Word;

/** What a person sees of a step; worked out from the outcomes of all steps. */
public enum StepState implements Word {
    BLOCKED,
    READY,
    /** Somebody else has to act first, who is named; not blocked: there is nothing to mend. */
    WAITING,
    DONE,
    FAILED,
    SKIPPED;

    boolean finished() {
        return this == DONE || this == SKIPPED;
    }
}
