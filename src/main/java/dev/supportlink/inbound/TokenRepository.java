package dev.supportlink.inbound;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps issued tokens. Joins the caller's transaction, or runs in its own. */
public interface TokenRepository {

    /** Stores them in one go. */
    void add(List<StoredToken> issued);

    /**
     * Stores the tokens of several grants in one transaction of their own. False in the place of a grant whose refresh token
     * is gone or used by now: of that one nothing is stored.
     */
    List<Boolean> addTogether(List<IssuedTokens> grants);

    /** The token with one of these hashes, dead or alive; one indexed read. */
    Optional<StoredToken> find(List<TokenHash> candidates);

    /**
     * The same, only if it is of its identity's present generation and {@link TokenDoor} is open to its connection; still
     * one read, and it may have expired.
     */
    Optional<StoredToken> findAccepted(List<TokenHash> candidates);

    /** Like {@link #find}, and keeps the token from being changed or removed until the transaction ends. */
    Optional<StoredToken> hold(List<TokenHash> candidates);

    /** Notes that a refresh token was exchanged for another one. */
    void markUsed(StoredToken token, Instant at);

    void remove(StoredToken token);

    /** Removes every token of the family, also those that are being issued meanwhile; answers how many. */
    int removeFamily(String connectionId, String family);
}
