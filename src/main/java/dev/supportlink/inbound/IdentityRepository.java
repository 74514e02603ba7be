package dev.supportlink.inbound;

import dev.supportlink.secret.KeyedHash;
import dev.supportlink.secret.SecretVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps inbound identities and the hashes of their values. Joins the caller's transaction, or runs in its own. */
public interface IdentityRepository {

    Optional<InboundIdentity> find(String connectionId);

    /** Everything that a sign-in of this client needs, in one read. */
    Optional<KnownClient> findClient(String clientId);

    /** Which connection a user name belongs to. */
    Optional<String> connectionOfUser(String userName);

    /** Stores a new one; its names must be free. */
    void add(InboundIdentity identity, Instant at);

    /** Keeps every other change of this identity and its values waiting until the transaction ends; false without one. */
    boolean lock(String connectionId);

    /** Stores other terms as the next revision. */
    void saveTerms(String connectionId, ClientTerms terms);

    /** Ends every token issued so far or being issued; false when there is no such identity. */
    boolean raiseGeneration(String connectionId);

    /** All versions, newest first. */
    List<SecretVersion> versions(String connectionId, InboundSecret which);

    /** Stores a value as the current version. */
    void addValue(String connectionId, SecretVersion version, InboundSecret which, KeyedHash hash);

    /** Erases a value that was never used; false, and nothing happens, when it was. */
    boolean dropUnused(String versionId);

    /** Erases every value of both kinds, used or not. */
    void removeValues(String connectionId);

    /** Keeps a value usable beside the one that follows it. */
    void retire(String versionId);

    /** Notes a value's first use; false when the value has been dropped meanwhile. */
    boolean noteFirstUse(String versionId, Instant at);

    /** Notes a later use, unless a later one is noted already. */
    void noteUse(String versionId, Instant at);

    Optional<Instant> lastCallAt(String connectionId);

    /** Notes a call, unless a later one is noted already. */
    void noteCall(String connectionId, Instant at);
}
