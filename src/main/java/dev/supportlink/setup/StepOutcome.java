package dev.supportlink.setup;

import dev.supportlink.platform.text.Word;

/** What is stored of a step: still open, or how it ended. */
public enum StepOutcome implements Word {
    OPEN,
    DONE,
    FAILED,
    SKIPPED
}
