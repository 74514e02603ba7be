package dev.supportlink.handover;

import dev.supportlink.platform.text.Word;

/** Why a link was not traded for a session, and what its holder can do about it. */
public enum TradeRefusal implements Word {
    UNKNOWN_LINK("This link is not known here. Check that it was copied whole, or ask for a new one."),
    REVOKED("This link has been revoked. Ask the operator of SupportLink for a new one."),
    EXPIRED("This link has expired. Ask the operator of SupportLink for a new one."),
    OTHER_BROWSER(
            "This link belongs to the browser in which it was opened first, and this is another one. Go back to that"
                    + " browser. If it was not you, tell the operator of SupportLink, who sees when and from where it was, and"
                    + " can issue a new link.");

    private final String advice;

    TradeRefusal(String advice) {
        this.advice = advice;
    }

    String advice() {
        return advice;
    }
}
