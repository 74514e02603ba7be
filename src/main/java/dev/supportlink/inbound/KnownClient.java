package dev.supportlink.inbound;

import java.util.List;

/**
 * What is known about a client that somebody says to be.
 *
 * @param values the current and retiring values of both its secrets
 * @param open whether its connection's set-up lets it sign in
 */
public record KnownClient(InboundIdentity identity, List<LiveValue> values, boolean open) {

    public KnownClient {
        values = List.copyOf(values);
    }
}
