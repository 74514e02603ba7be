package dev.supportlink.handover;

import dev.supportlink.secret.KeyedHash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps the sessions that links were traded for, in the database, so that every node knows of their end at once. */
public interface HandOverSessionRepository {

    /** Stores a session of this hand-over; any other of it ends. */
    void replace(String handOverId, KeyedHash value, Instant now, Instant expiresAt);

    /** The hand-over of a session by any of the hashes that its value may have; empty when either has ended. */
    Optional<HandOver> find(List<KeyedHash> candidates, Instant now);

    /** Ends the sessions of a hand-over; answers whether there was one. */
    boolean end(String handOverId);
}
