package dev.supportlink.inbound.entra;

import java.util.Optional;

/** Keeps who may call with tokens of Entra ID. Joins the caller's transaction, or runs in its own. */
public interface EntraCallerRepository {

    /**
     * Stores the caller of a connection in place of the one before; {@link EntraCallerTaken} when another connection has
     * the same tenant, caller and one of the audiences.
     */
    void save(String connectionId, String tenantId, EntraCaller caller);

    Optional<EntraCaller> find(String connectionId);

    /** The connection that was registered with these, all in lower case but a URI; one indexed read. */
    Optional<String> connectionOf(String tenantId, String audience, String restUserClientId);

    /** Nothing happens when there is none. */
    void remove(String connectionId);
}
