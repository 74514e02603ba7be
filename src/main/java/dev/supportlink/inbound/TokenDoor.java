package dev.supportlink.inbound;

import dev.supportlink.connection.InboundMode;
import dev.supportlink.connection.SetupType;

/** The set-up under which clients and tokens of our own work; under any other they are as good as unknown. */
public final class TokenDoor {

    public static final SetupType TYPE = SetupType.BASIC;
    public static final InboundMode MODE = InboundMode.GATEWAY;

    private TokenDoor() {}

    public static boolean isOpen(SetupType type, InboundMode mode) {
        return type == TYPE && mode == MODE;
    }
}
