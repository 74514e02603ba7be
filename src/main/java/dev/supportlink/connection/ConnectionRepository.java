package dev.supportlink.connection;

import dev.supportlink.platform.page.PageRequest;
import dev.supportlink.platform.page.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps connections. Every method joins the caller's transaction, or runs in one of its own. */
public interface ConnectionRepository {

    /** Stores a new one; {@link ConnectionNameTaken} when another has the name, ignoring case. */
    void add(Connection connection);

    Optional<Connection> find(String id);

    /** The one with this name, ignoring case. */
    Optional<Connection> findNamed(String name);

    /** Like {@link #find}, or {@link ConnectionNotFound}. */
    default Connection get(String id) {
        return find(id).orElseThrow(() -> new ConnectionNotFound(id));
    }

    /** Reads it and keeps every other writer of this connection waiting until the transaction ends. */
    Connection lock(String id);

    /**
     * Stores the definition (everything but health and {@code writeProvenAt}) and answers the stored value with the next
     * revision; {@link dev.supportlink.platform.problem.StaleRevision} when somebody else changed it first.
     */
    Connection save(Connection changed);

    /** Stores health alone; does not count as a change. */
    void recordHealth(String id, HealthRecord health);

    /** Remembers that the instance took a write ({@code at}), or, with null, forgets it. */
    void recordWriteProof(String id, @org.jspecify.annotations.Nullable Instant at);

    /** Removes the row and everything that hangs on it. */
    void remove(String id);

    Slice<Connection> list(ConnectionFilter filter, PageRequest page);

    /** Ids whose {@code nextVerificationAt} is absent or not after {@code now}, the longest waiting first. */
    List<String> dueForVerification(Instant now, int limit);
}
