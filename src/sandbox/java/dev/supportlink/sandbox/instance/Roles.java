package dev.supportlink.sandbox.instance;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Roles, and which user has which. */
final class Roles {

    private static final List<String> INITIAL = List.of(
            "admin",
            "itil",
            "itil_admin",
            "incident_manager",
            "sn_incident_read",
            "sn_incident_write",
            "oauth_admin",
            "snc_basic_auth_api_access",
            "x_mioms_m365_assis.insights_user",
            "x_mioms_m365_assis.administrator");

    private final Tables tables;

    Roles(Tables tables) {
        this.tables = tables;
    }

    void create() {
        INITIAL.forEach(this::role);
    }

    void give(Row user, String name) {
        Row role = role(name);
        if (!of(user).contains(name)) {
            tables.insert("sys_user_has_role", Map.of("user", user.id(), "role", role.id()), Tables.SYSTEM);
        }
    }

    void take(Row user, String name) {
        Row role = role(name);
        tables.get("sys_user_has_role")
                .rowsWith("user", user.id())
                .filter(row -> row.has("role", role.id()))
                .toList()
                .forEach(row -> tables.delete(tables.get("sys_user_has_role"), row.id()));
    }

    Set<String> of(Row user) {
        return tables.get("sys_user_has_role")
                .rowsWith("user", user.id())
                .flatMap(row -> tables.get("sys_user_role").row(row.get("role")).stream())
                .map(role -> role.get("name"))
                .collect(Collectors.toSet());
    }

    private Row role(String name) {
        return tables.get("sys_user_role")
                .firstWith("name", name)
                .orElseGet(() -> tables.insert("sys_user_role", Map.of("name", name), Tables.SYSTEM));
    }
}
