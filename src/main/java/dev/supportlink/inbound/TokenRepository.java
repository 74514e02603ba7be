package dev.supportlink.inbound;

import dev.supportlink.secret.KeyedHash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps issued tokens. Joins the caller's transaction, or runs in its own. */
public interface TokenRepository {

    void add(StoredToken token);

    /** The token with one of these hashes, expired or not; one indexed read. */
    Optional<StoredToken> find(List<KeyedHash> candidates);

    /** Keeps a token from being removed until the transaction ends; false when it is gone already. */
    boolean hold(StoredToken token);

    void remove(StoredToken token);

    /** Removes every token of the family. */
    void removeFamily(String family);

    /**
     * Removes up to {@code most} tokens that have expired by {@code time}, in a transaction of its own; answers how
     * many.
     */
    int removeExpired(Instant time, int most);
}
