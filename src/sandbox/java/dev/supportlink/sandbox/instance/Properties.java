package dev.supportlink.sandbox.instance;

import java.util.Map;
import java.util.Optional;

/** The system properties that decide how the instance signs people in and reads queries. */
final class Properties {

    static final String BODY_ONLY = "glide.oauth.allow.parameters.in.post.body.only";
    static final String PASSWORD_GRANT_OFF = "glide.oauth.inbound.ropc.grant_type.disabled";
    static final String CLIENT_CREDENTIALS_ON = "glide.oauth.inbound.client.credential.grant_type.enabled";
    static final String GATE_ENFORCED = "glide.authenticate.basic_auth.restriction.enforce";
    static final String GATE_ROLES = "glide.authenticate.basic_auth.allowed_roles";
    static final String GATE_ALLOWS_WEB_SERVICE_USERS = "glide.authenticate.basic_auth.allow_wsao";
    static final String RESET_MANDATORY = "glide.authenticate.api.user.reset_password.mandatory";
    static final String INVALID_QUERY_EMPTY = "glide.invalid_query.returns_no_rows";
    static final String UNLOCK_MINUTES = "glide.user.unlock_timeout_in_mins";

    private static final String INCIDENT_COUNTER = "sandbox.incident.counter";

    private static final Map<String, String> INITIAL = Map.of(
            BODY_ONLY,
            "true",
            PASSWORD_GRANT_OFF,
            "false",
            CLIENT_CREDENTIALS_ON,
            "false",
            GATE_ENFORCED,
            "false",
            GATE_ROLES,
            "snc_basic_auth_api_access",
            GATE_ALLOWS_WEB_SERVICE_USERS,
            "true",
            RESET_MANDATORY,
            "false",
            INVALID_QUERY_EMPTY,
            "false",
            UNLOCK_MINUTES,
            "15",
            "glide.ui.autoclose.time",
            "7");

    private final Tables tables;

    Properties(Tables tables) {
        this.tables = tables;
    }

    void create() {
        INITIAL.forEach(this::set);
    }

    void set(String name, String value) {
        Optional<Row> existing = row(name);
        existing.ifPresentOrElse(
                row -> tables.touch(row, "value", value),
                () -> tables.insert("sys_properties", Map.of("name", name, "value", value), Tables.SYSTEM));
    }

    String get(String name) {
        return row(name).map(row -> row.get("value")).orElse("");
    }

    /** Numbers go on where they were before a restart. */
    String nextIncidentNumber() {
        String last = get(INCIDENT_COUNTER);
        int next = last.isEmpty() ? 10001 : Integer.parseInt(last) + 1;
        set(INCIDENT_COUNTER, String.valueOf(next));
        return String.format("INC%07d", next);
    }

    boolean isOn(String name) {
        return get(name).equals("true");
    }

    private Optional<Row> row(String name) {
        return tables.get("sys_properties").firstWith("name", name);
    }
}
