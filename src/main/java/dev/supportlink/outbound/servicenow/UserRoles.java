package dev.supportlink.outbound.servicenow;

import dev.supportlink.connection.Connection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads which roles the integration user has. */
@ApplicationScoped
class UserRoles {

    private static final String USER = "user.user_name";
    private static final String ROLE = "role.name";

    @Inject
    InstanceTables tables;

    /** The names of the roles; an empty set says nothing, because hidden rows look like no rows. */
    Set<String> of(Connection connection, InstanceAccount account) {
        EncodedQuery query = EncodedQuery.where(USER, account.userName());
        return tables.visibleRows(connection, "sys_user_has_role", query, List.of(USER, ROLE, "state"), 1000).stream()
                .filter(row -> account.userName().equals(row.get(USER)))
                .filter(row -> !"inactive".equals(row.get("state")))
                .map(row -> row.get(ROLE))
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }
}
