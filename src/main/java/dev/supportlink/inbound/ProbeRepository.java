package dev.supportlink.inbound;

import dev.supportlink.secret.KeyedHash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps registered probes for the minute that they live. */
public interface ProbeRepository {

    void add(ProbeTicket ticket);

    /** The ticket whose client value has one of these hashes, used or not, expired or not. */
    Optional<ProbeTicket> findByClient(List<KeyedHash> candidates);

    /** Likewise by the header's value. */
    Optional<ProbeTicket> findByPass(List<KeyedHash> candidates);

    /** Uses the ticket up; false when it was used before. */
    boolean redeem(String id, Instant at);

    /** Removes tickets that expired before {@code time}. */
    void removeExpired(Instant time);
}
