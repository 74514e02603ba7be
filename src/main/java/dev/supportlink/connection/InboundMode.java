package dev.supportlink.connection;

import dev.supportlink.platform.text.Word;

/** Whether callers use SupportLink's own endpoint (gateway) or the instance's (direct). */
public enum InboundMode implements Word {
    GATEWAY,
    DIRECT
}
