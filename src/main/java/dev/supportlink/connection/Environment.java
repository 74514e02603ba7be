package dev.supportlink.connection;

import dev.supportlink.platform.text.Word;

/** Whether a verification may write a marked test incident (test) or never writes (production). */
public enum Environment implements Word {
    TEST,
    PRODUCTION
}
