package dev.supportlink.sandbox.instance;

import java.util.ArrayList;
import java.util.List;

/** The tables of a new instance, as far as this product ever looks at them. */
final class Schema {

    private static final List<String> SYSTEM_COLUMNS =
            List.of("sys_id", "sys_created_on", "sys_created_by", "sys_updated_on", "sys_updated_by", "sys_mod_count");

    private Schema() {}

    static void create(Tables tables) {
        tables.add(IncidentSchema.table().indexedBy("correlation_id", "number"));
        tables.add(users().indexedBy("user_name"));
        tables.add(table("sys_user_group", "name", Column.text("name"), Column.text("active", "true")));
        tables.add(table("sys_user_role", "name", Column.text("name"), Column.text("description")));
        tables.add(assignments().indexedBy("user"));
        tables.add(registry().indexedBy("client_id"));
        tables.add(table(
                OidcTokens.PROVIDERS,
                "oidc_provider",
                Column.text("oidc_provider"),
                Column.text("oidc_config_url"),
                Column.text("user_claim"),
                Column.text("user_field"),
                Column.text("verify_jti", "false")));
        tables.add(tokens().indexedBy("token", "user"));
        tables.add(tableAccess());
        tables.add(choices().indexedBy("element"));
        tables.add(journal().indexedBy("element_id"));
        tables.add(table(
                "sys_properties",
                "name",
                Column.text("name"),
                Column.text("value"),
                Column.text("type", "string"),
                Column.text("description"),
                Column.text("ignore_cache", "false"),
                Column.text("read_roles"),
                Column.text("write_roles")));
    }

    static Table table(String name, String displayColumn, Column... columns) {
        List<Column> all = new ArrayList<>(List.of(columns));
        SYSTEM_COLUMNS.forEach(column -> all.add(Column.text(column)));
        return new Table(name, displayColumn, all);
    }

    private static Table assignments() {
        return table(
                "sys_user_has_role",
                "sys_id",
                Column.reference("user", "sys_user"),
                Column.reference("role", "sys_user_role"),
                Column.text("inherited", "false"),
                Column.text("state", "active"));
    }

    private static Table users() {
        return table(
                "sys_user",
                "name",
                Column.text("user_name"),
                Column.text("name"),
                Column.text("first_name"),
                Column.text("last_name"),
                Column.text("email"),
                Column.text("active", "true"),
                Column.text("locked_out", "false"),
                Column.text("password_needs_reset", "false"),
                Column.text("web_service_access_only", "false"),
                Column.text("internal_integration_user", "false"),
                Column.text("identity_type", "human"),
                Column.text("failed_attempts", "0"),
                Column.text("last_login_time"),
                Column.text("time_zone"),
                Column.text("source"),
                Column.password("user_password"));
    }

    private static Table registry() {
        return table(
                "oauth_entity",
                "name",
                Column.text("name"),
                Column.text("client_id"),
                Column.password("client_secret"),
                Column.text("client_uuid"),
                Column.text("type", "client"),
                Column.text("default_grant_type"),
                Column.text("token_url"),
                Column.text("auth_url"),
                Column.text("revoke_token_url"),
                Column.text("redirect_url"),
                Column.text("access_token_lifespan", "1800"),
                Column.text("refresh_token_lifespan", "8640000"),
                Column.text("send_client_credentials_as", "request_body_parameter"),
                Column.text("public_client", "false"),
                Column.text("access", "public"),
                Column.text("active", "true"),
                Column.reference("user", "sys_user"),
                Column.reference("oidc_provider_configuration", OidcTokens.PROVIDERS),
                Column.text("comments"),
                Column.text("sys_scope", "global"));
    }

    private static Table tokens() {
        return table(
                "oauth_credential",
                "sys_id",
                Column.password("token"),
                Column.text("type"),
                Column.text("expires"),
                Column.reference("user", "sys_user"),
                Column.reference("peer", "oauth_entity"));
    }

    private static Table tableAccess() {
        return table(
                "sys_db_object",
                "label",
                Column.text("name"),
                Column.text("label"),
                Column.text("super_class"),
                Column.text("access", "public"),
                Column.text("read_access", "true"),
                Column.text("create_access", "false"),
                Column.text("update_access", "false"),
                Column.text("delete_access", "false"),
                Column.text("alter_access", "false"),
                Column.text("configuration_access", "false"),
                Column.text("actions_access", "false"),
                Column.text("client_scripts_access", "false"),
                Column.text("caller_access"),
                Column.text("ws_access", "true"),
                Column.text("sys_scope", "global"));
    }

    private static Table choices() {
        return table(
                "sys_choice",
                "label",
                Column.text("name"),
                Column.text("element"),
                Column.text("value"),
                Column.text("label"),
                Column.text("language", "en"),
                Column.text("inactive", "false"),
                Column.text("sequence", "0"),
                Column.text("dependent_value"));
    }

    private static Table journal() {
        return table(
                "sys_journal_field",
                "sys_id",
                Column.text("name"),
                Column.text("element"),
                Column.text("element_id"),
                Column.text("value"));
    }
}
