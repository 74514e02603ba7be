package dev.supportlink.inbound;

import java.security.Principal;

/**
 * Who a bearer token stands for.
 *
 * @param readOnly true for the probe's token, which may read and nothing else
 */
public record InboundCaller(String connectionId, String userName, boolean readOnly) implements Principal {

    @Override
    public String getName() {
        return userName;
    }
}
