package dev.supportlink.sandbox.instance;

import java.util.List;
import java.util.Set;

/** Decides what a signed-in user may do with a table. */
final class AccessRules {

    static final List<String> ADMINISTRATIVE = List.of(
            "sys_user",
            "sys_user_has_role",
            "sys_user_role",
            "oauth_entity",
            OidcTokens.PROVIDERS,
            "sys_db_object",
            "sys_choice",
            "sys_journal_field",
            "sys_properties");

    private static final Set<String> INCIDENT_WRITERS =
            Set.of("admin", "itil", "itil_admin", "incident_manager", "sn_incident_write");
    private static final Set<String> INCIDENT_READERS = Set.of("sn_incident_read");
    private static final Set<String> INCIDENT_CLOSERS = Set.of("admin", "itil_admin");

    private final Roles roles;
    private final InstanceBehaviour behaviour;

    AccessRules(Roles roles, InstanceBehaviour behaviour) {
        this.roles = roles;
        this.behaviour = behaviour;
    }

    /** Refuses, or says whether rows are to be shown. */
    boolean showsRows(Row user, String table) {
        return switch (effective(user, table)) {
            case READABLE -> true;
            case ROWS_OMITTED -> false;
            case FORBIDDEN -> throw InstanceRefusal.mayNotQuery();
            case NO_WEB_SERVICES -> throw InstanceRefusal.mayNotCall();
        };
    }

    boolean showsRow(Row user, String table) {
        return effective(user, table) == TableAccess.READABLE;
    }

    boolean showsField(Row user, String table, String field) {
        return isAdmin(user) || !behaviour.isHidden(table, field);
    }

    void checkWrite(Row user, String table, String operation) {
        boolean allowed = table.equals(IncidentSchema.NAME) ? hasAny(user, INCIDENT_WRITERS) : isAdmin(user);
        if (!allowed) {
            throw InstanceRefusal.mayNot(operation);
        }
        behaviour.abortingRule(table).ifPresent(rule -> {
            throw InstanceRefusal.businessRule(table, rule);
        });
    }

    void checkDelete(Row user) {
        if (!isAdmin(user)) {
            throw InstanceRefusal.mayNot("Delete");
        }
    }

    void checkClose(Row user) {
        if (!hasAny(user, INCIDENT_CLOSERS)) {
            throw InstanceRefusal.mayNot("Update");
        }
    }

    private TableAccess effective(Row user, String table) {
        if (isAdmin(user)) {
            return TableAccess.READABLE;
        }
        boolean lacksRole =
                table.equals(IncidentSchema.NAME) && !hasAny(user, INCIDENT_WRITERS) && !hasAny(user, INCIDENT_READERS);
        boolean neverShown = table.equals("oauth_credential");
        return lacksRole || neverShown ? TableAccess.FORBIDDEN : behaviour.access(table);
    }

    private boolean isAdmin(Row user) {
        return roles.of(user).contains("admin");
    }

    private boolean hasAny(Row user, Set<String> wanted) {
        return roles.of(user).stream().anyMatch(wanted::contains);
    }
}
