package dev.supportlink.sandbox.world;

import dev.supportlink.sandbox.instance.InstanceAdmin;
import dev.supportlink.sandbox.instance.InstanceUser;
import dev.supportlink.sandbox.instance.OauthClient;
import dev.supportlink.sandbox.instance.OidcProvider;
import java.util.List;
import java.util.Map;

/** What an administrator does and sees in the ServiceNow instance. */
public final class InstancePortal {

    private final InstanceAdmin admin;

    InstancePortal(InstanceAdmin admin) {
        this.admin = admin;
    }

    /** System OAuth, Application Registry, New, Create an OAuth API endpoint for external clients. */
    public OauthClient createOauthEndpoint(String name) {
        return admin.addOauthEndpoint(name);
    }

    /** System OAuth, Application Registry, New, Configure an OIDC provider to verify ID tokens. */
    public void configureOidcProvider(String name, String clientId, String metadataUrl, String userClaim) {
        admin.addOidcProvider(new OidcProvider(name, clientId, metadataUrl, userClaim, "user_name"));
    }

    /** Organization, Users, New; Web service access only; role {@code incident_manager}. */
    public InstanceUser createIntegrationUser(String userName) {
        return admin.hasUser(userName) ? admin.user(userName).newPassword() : admin.addIntegrationUser(userName);
    }

    /** Whether the registry has an endpoint with these values. */
    public boolean knowsEndpoint(String name, String clientId, String clientSecret) {
        return admin.oauthEndpoint(name)
                .filter(endpoint -> endpoint.clientId().equals(clientId))
                .filter(endpoint -> endpoint.clientSecret().equals(clientSecret))
                .isPresent();
    }

    /** Whether a user with this password exists. */
    public boolean knowsUser(String userName, String password) {
        return admin.hasUser(userName) && admin.user(userName).password().equals(password);
    }

    /** The incidents that carry a correlation ID. */
    public List<Map<String, String>> incidentsWithCorrelationId(String correlationId) {
        return admin.incidentsWithCorrelationId(correlationId);
    }

    /** The work notes of an incident, oldest first. */
    public List<String> workNotes(String incidentId) {
        return admin.journal(incidentId, "work_notes");
    }
}
