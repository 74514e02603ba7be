package dev.supportlink.setup;

import static dev.supportlink.connection.AdminRole.ADMINISTRATOR;
import static dev.supportlink.connection.AdminRole.ENTRA_ADMIN;
import static dev.supportlink.connection.AdminRole.M365_ADMIN;
import static dev.supportlink.connection.AdminRole.SERVICENOW_ADMIN;

import dev.supportlink.connection.AdminRole;
import dev.supportlink.platform.text.Word;
import java.util.List;

/**
 * The steps of all plans in order: title, who owns it, whether it may be skipped, and what it needs. Which of them a
 * connection has says {@link PlanDefinition}.
 */
public enum StepId implements Word {
    CONSENT("Agree to what leaves the tenant and the instance", SERVICENOW_ADMIN, false),
    ENVIRONMENT("Choose environment and set-up type", SERVICENOW_ADMIN, false, CONSENT),
    TENANT_DOMAIN("Confirm the Microsoft 365 tenant domain", SERVICENOW_ADMIN, false, CONSENT),
    ENTRA_APPLICATION("Register the Entra application", ENTRA_ADMIN, false, ENVIRONMENT, TENANT_DOMAIN),
    OUTBOUND_PROVIDER("Set up the outbound OAuth provider", SERVICENOW_ADMIN, false, ENTRA_APPLICATION),
    INBOUND_CLIENT("Set up the inbound OAuth provider", SERVICENOW_ADMIN, false, ENVIRONMENT),
    REST_API_APPLICATION("Register the REST API application", ENTRA_ADMIN, false, TENANT_DOMAIN),
    OIDC_PROVIDER("Set up the OIDC provider", SERVICENOW_ADMIN, false, ENVIRONMENT, REST_API_APPLICATION),
    REST_USER_APPLICATION("Register the REST user application", ENTRA_ADMIN, false, TENANT_DOMAIN),
    INTEGRATION_USER(
            "Create the integration user",
            SERVICENOW_ADMIN,
            false,
            INBOUND_CLIENT,
            OIDC_PROVIDER,
            REST_USER_APPLICATION),
    NETWORK_ACCESS("Allow the network addresses", SERVICENOW_ADMIN, true, ENVIRONMENT),
    INSTANCE_ACCESS("Check access to the instance", SERVICENOW_ADMIN, false, INTEGRATION_USER),
    COMPLETE_INTEGRATION(
            "Complete the integration in the Microsoft 365 admin center",
            M365_ADMIN,
            false,
            OUTBOUND_PROVIDER,
            INTEGRATION_USER,
            INSTANCE_ACCESS),
    TEST_CONNECTION("Test the connection", SERVICENOW_ADMIN, false, COMPLETE_INTEGRATION),
    ENABLE_USERS("Enable users", SERVICENOW_ADMIN, false, ENVIRONMENT),
    LINK_ACCOUNT("Link the Microsoft 365 admin account", ADMINISTRATOR, true, ENABLE_USERS);

    private final String title;
    private final AdminRole adminRole;
    private final boolean optional;

    // List.of makes it immutable.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<StepId> needs;

    StepId(String title, AdminRole adminRole, boolean optional, StepId... needs) {
        this.title = title;
        this.adminRole = adminRole;
        this.optional = optional;
        this.needs = List.of(needs);
    }

    public String title() {
        return title;
    }

    /** Who answers it. */
    public AdminRole adminRole() {
        return adminRole;
    }

    public boolean optional() {
        return optional;
    }

    /** The steps that must be done or skipped first, over all plans; a plan counts only those it contains. */
    public List<StepId> needs() {
        return needs;
    }

    /** Whether answering it runs a check each time, so that it is never done by itself. */
    public boolean checks() {
        return this == INSTANCE_ACCESS || this == TEST_CONNECTION;
    }
}
