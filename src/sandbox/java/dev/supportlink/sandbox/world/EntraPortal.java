package dev.supportlink.sandbox.world;

import dev.supportlink.sandbox.entra.Application;
import dev.supportlink.sandbox.entra.ClientSecret;
import dev.supportlink.sandbox.entra.Tenant;
import java.time.Duration;
import java.util.List;

/** What an administrator does in the Entra admin center. */
public final class EntraPortal {

    private final Tenant tenant;

    EntraPortal(Tenant tenant) {
        this.tenant = tenant;
    }

    /** App registrations, New registration, this organizational directory only; then Authentication, Web. */
    public Application register(String name, String redirectUrl) {
        return tenant.register(name).redirectUris(List.of(redirectUrl));
    }

    /** App registrations, New registration, without a redirect URL; Expose an API, Application ID URI. */
    public Application registerApi(String name) {
        Application api = tenant.register(name);
        return api.identifierUris(List.of("api://" + api.appId()));
    }

    /** App registrations, New registration, without a redirect URL. */
    public Application register(String name) {
        return tenant.register(name);
    }

    /** Certificates and secrets, New client secret; the value is shown now and never again. */
    public ClientSecret addClientSecret(Application application, String description, Duration life) {
        return application.addSecret(description, life);
    }

    /** API permissions, Add a permission, Application permissions; then Grant admin consent. */
    public void grantAdminConsent(Application application, String... permissions) {
        application.grant(permissions);
    }

    /** Makes an application an owner of itself, so that it can change its own secrets. */
    public void makeOwnerOfItself(Application application) {
        application.ownedBy(application.principalId());
    }

    /** Whether an application with this client ID and secret is there. */
    public boolean knows(String clientId, String secret) {
        return tenant.application(clientId)
                .flatMap(application -> application.secret(secret))
                .isPresent();
    }
}
