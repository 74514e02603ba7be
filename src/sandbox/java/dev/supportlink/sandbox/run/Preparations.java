package dev.supportlink.sandbox.run;

import dev.supportlink.sandbox.entra.Application;
import dev.supportlink.sandbox.entra.ClientSecret;
import dev.supportlink.sandbox.instance.InstanceUser;
import dev.supportlink.sandbox.instance.OauthClient;
import dev.supportlink.sandbox.world.EntraPortal;
import dev.supportlink.sandbox.world.InstancePortal;
import dev.supportlink.sandbox.world.SandboxWorld;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/** What the admins prepare in Microsoft's and ServiceNow's own portals, as the guide's prerequisites say. */
final class Preparations {

    private static final String ENDPOINT_NAME = "SupportLink";
    private static final String USER_NAME = "svc.supportlink";
    private static final Duration SECRET_LIFE = Duration.ofDays(180);

    private final SandboxWorld world;
    private final Notebook notebook;
    private final Progress progress;

    Preparations(SandboxWorld world, Notebook notebook, Progress progress) {
        this.world = world;
        this.notebook = notebook;
        this.progress = progress;
    }

    void make() {
        registerApplication();
        createEndpoint();
        createUser();
    }

    String instanceUrl() {
        return world.instance().baseUri().toString();
    }

    String clientId() {
        return notebook.get("entra client id");
    }

    String clientSecret() {
        return notebook.get("entra client secret");
    }

    String clientSecretExpiresOn() {
        return notebook.get("entra client secret expires on");
    }

    String endpointClientId() {
        return notebook.get("instance client id");
    }

    String endpointClientSecret() {
        return notebook.get("instance client secret");
    }

    String userName() {
        return USER_NAME;
    }

    String userPassword() {
        return notebook.get("instance password");
    }

    private void registerApplication() {
        EntraPortal portal = world.entraPortal();
        if (portal.knows(clientId(), clientSecret())) {
            return;
        }
        Application app = portal.register("SupportLink (sandbox)", instanceUrl() + "/oauth_redirect.do");
        ClientSecret secret = portal.addClientSecret(app, "made at set-up", SECRET_LIFE);
        portal.grantAdminConsent(
                app, "Organization.Read.All", "ServiceHealth.Read.All", "Application.ReadWrite.OwnedBy");
        portal.makeOwnerOfItself(app);
        notebook.note(Map.of(
                "entra client id", app.appId(),
                "entra client secret", secret.value(),
                "entra client secret expires on",
                        LocalDate.ofInstant(secret.endsAt(), ZoneOffset.UTC).toString()));
        progress.line("Entra admin center: registered the application " + app.appId() + ", made a secret, consented.");
    }

    private void createEndpoint() {
        InstancePortal portal = world.instancePortal();
        if (!portal.knowsEndpoint(ENDPOINT_NAME, endpointClientId(), endpointClientSecret())) {
            OauthClient client = portal.createOauthEndpoint(ENDPOINT_NAME);
            notebook.note(
                    Map.of("instance client id", client.clientId(), "instance client secret", client.clientSecret()));
            progress.line("ServiceNow: created the OAuth API endpoint for external clients " + client.name() + ".");
        }
    }

    private void createUser() {
        InstancePortal portal = world.instancePortal();
        if (!portal.knowsUser(USER_NAME, userPassword())) {
            InstanceUser user = portal.createIntegrationUser(USER_NAME);
            notebook.note(Map.of("instance password", user.password()));
            progress.line("ServiceNow: created the integration user " + USER_NAME
                    + " (web service access only, incident_manager).");
        }
    }
}
