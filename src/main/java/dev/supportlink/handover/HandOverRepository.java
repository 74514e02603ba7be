package dev.supportlink.handover;

import dev.supportlink.platform.page.PageRequest;
import dev.supportlink.platform.page.Slice;
import dev.supportlink.secret.KeyedHash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps hand-overs. Every method joins the caller's transaction, or runs in one of its own. */
public interface HandOverRepository {

    /** Stores a new one with the hash of its link's token. */
    void add(HandOver handOver, KeyedHash token);

    Optional<HandOver> find(String connectionId, String id);

    /** By any of the hashes that its token may have; keeps every other trade of it waiting until the transaction ends. */
    Optional<HandOver> lockByToken(List<KeyedHash> candidates);

    /** Those of a connection, newest first, whatever became of them. */
    Slice<HandOver> list(String connectionId, PageRequest page);

    /** Those of a connection that are neither revoked nor expired. */
    List<HandOver> alive(String connectionId, Instant now);

    /** Whether the value belongs to a browser that some hand-over is bound to. */
    boolean knowsBrowser(List<KeyedHash> candidates);

    /**
     * Binds an unused, unrevoked one to a browser; false when another browser was faster or it was revoked. Of any number
     * of calls, on any nodes, exactly one answers true.
     */
    boolean bind(String id, HandOver.FirstUse use);

    /** Counts a refused trade. */
    void recordRefusal(String id, Instant at, String from);

    /** Remembers that its role has nothing left to do, or, with null, that it has again. */
    void recordFinish(String id, @Nullable Instant at);

    /** Revokes it; false when that was done before. */
    boolean revoke(String id, Instant at);

    /** Removes at most so many that were revoked or expired before {@code limit}, with their sessions; answers how many. */
    int removeEnded(Instant limit, int most);

    /** Whether there is one to remove; cheap. */
    boolean anyEnded(Instant limit);
}
