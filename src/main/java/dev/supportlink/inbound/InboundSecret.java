package dev.supportlink.inbound;

import dev.supportlink.platform.text.Word;

/** The two secrets that SupportLink makes for callers. */
public enum InboundSecret implements Word {
    INBOUND_CLIENT_SECRET,
    INTEGRATION_USER_PASSWORD
}
