package dev.supportlink.inbound;

import dev.supportlink.platform.text.Word;

/** The two kinds of token; each is hashed for its own purpose, so neither is ever taken for the other. */
public enum TokenKind implements Word {
    ACCESS,
    REFRESH;

    String purpose() {
        return "inbound-" + word() + "-token";
    }
}
