package dev.supportlink.inbound;

import dev.supportlink.secret.KeyedHash;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A client whose secret was right.
 *
 * @param values all live values of the connection
 * @param presented the client secret's version that was presented; null for a probe
 * @param probe what the probe registered; null for a real caller
 */
record ProvenClient(
        InboundIdentity identity,
        List<LiveValue> values,
        @Nullable LiveValue presented,
        @Nullable ProbeTicket probe) {

    String connectionId() {
        return identity.connectionId();
    }

    /** The version of a secret that has one of these hashes. */
    static Optional<LiveValue> match(List<LiveValue> values, InboundSecret which, List<KeyedHash> hashes) {
        return values.stream()
                .filter(value -> value.which() == which)
                .filter(value -> value.isAmong(hashes))
                .findFirst();
    }
}
