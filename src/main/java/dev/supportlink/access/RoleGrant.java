package dev.supportlink.access;

import org.jspecify.annotations.Nullable;

/** A role, for one connection or, with null, for all. */
public record RoleGrant(Role role, @Nullable String connectionId) {

    /** Whether the grant holds for this connection. */
    public boolean covers(String connection) {
        return connectionId == null || connectionId.equals(connection);
    }
}
