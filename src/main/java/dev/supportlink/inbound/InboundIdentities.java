package dev.supportlink.inbound;

import dev.supportlink.secret.Secret;
import dev.supportlink.secret.SecretVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The inbound client and integration user that belong to one connection in gateway mode. */
public interface InboundIdentities {

    /** Makes the names (not the secrets) unless they exist; answers them either way. */
    InboundIdentity prepare(String connectionId);

    Optional<InboundIdentity> find(String connectionId);

    /**
     * Makes a new value (256 bits) and answers it, once; only its keyed hash is kept. The value before it is dropped if
     * it was never used, else it stays usable beside the new one as {@code retiring}; at most two are live: a third is
     * refused with a 409 problem.
     */
    Secret makeValue(String connectionId, InboundSecret which);

    /** All versions, newest first; hints only. */
    List<SecretVersion> versions(String connectionId, InboundSecret which);

    /** When a real caller (not the probe) last signed in or called; empty when never. */
    Optional<Instant> lastCallAt(String connectionId);
}
