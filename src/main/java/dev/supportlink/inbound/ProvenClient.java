package dev.supportlink.inbound;

import dev.supportlink.secret.KeyedHash;
import java.util.List;
import java.util.Optional;

/** A client whose secret was right. */
sealed interface ProvenClient {

    InboundIdentity identity();

    default String connectionId() {
        return identity().connectionId();
    }

    /**
     * A real caller's client.
     *
     * @param values all live values of the connection
     * @param presented the version of the client secret that was presented
     */
    record Real(InboundIdentity identity, List<LiveValue> values, LiveValue presented) implements ProvenClient {

        /** The live password that has one of these hashes. */
        Optional<LiveValue> password(List<KeyedHash> hashes) {
            return match(values, InboundSecret.INTEGRATION_USER_PASSWORD, hashes);
        }
    }

    /** The client of a probe. */
    record Probing(InboundIdentity identity, ProbeTicket ticket) implements ProvenClient {}

    /** The version of a secret that has one of these hashes. */
    static Optional<LiveValue> match(List<LiveValue> values, InboundSecret which, List<KeyedHash> hashes) {
        return values.stream()
                .filter(value -> value.which() == which)
                .filter(value -> value.isAmong(hashes))
                .findFirst();
    }
}
