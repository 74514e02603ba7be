package dev.supportlink.access;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A role, for one connection or, with null, for all. */
public record RoleGrant(Role role, @Nullable String connectionId) {

    /** Whether the grant holds for this connection. */
    public boolean covers(String connection) {
        return connectionId == null || connectionId.equals(connection);
    }

    /** Several grants in one line, for the audit trail. */
    static String words(Set<RoleGrant> grants) {
        return grants.stream().map(RoleGrant::text).sorted().collect(Collectors.joining(", "));
    }

    private String text() {
        return connectionId == null ? role.word() : role.word() + " for " + connectionId;
    }
}
