package dev.supportlink.access.rest;

import dev.supportlink.access.Role;
import dev.supportlink.access.RoleGrant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A role in JSON; without {@code connection} it holds for all. */
public record RoleEntry(Role role, @Nullable String connection) {

    RoleGrant toGrant() {
        return new RoleGrant(role, connection);
    }

    static List<RoleGrant> grants(List<RoleEntry> entries) {
        return entries.stream().map(RoleEntry::toGrant).toList();
    }

    /** In a fixed order, so that equal roles look equal. */
    static List<RoleEntry> of(Set<RoleGrant> grants) {
        return grants.stream()
                .map(grant -> new RoleEntry(grant.role(), grant.connectionId()))
                .sorted(Comparator.comparing(RoleEntry::role)
                        .thenComparing(entry -> entry.connection() == null ? "" : entry.connection()))
                .toList();
    }
}
