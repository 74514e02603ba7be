package dev.supportlink.setup.script;

import dev.supportlink.connection.Cloud;
import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Tenant;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an app registration of a connection has to be: always of this organizational directory only.
 *
 * @param name carries the connection's id, so that whoever made it finds it again
 * @param graphUrl where its cloud has Microsoft Graph
 * @param redirectUrl for the platform Web; null for none
 * @param api whether tokens are asked for it, so that it needs an Application ID URI
 */
public record EntraRegistration(
        String name,
        Cloud cloud,
        String tenantId,
        URI graphUrl,
        @Nullable String redirectUrl,
        List<GraphPermission> permissions,
        boolean api) {

    public EntraRegistration {
        permissions = List.copyOf(permissions);
    }

    /** The application that SupportLink signs in as; empty before the tenant is known. */
    public static Optional<EntraRegistration> outbound(Connection connection, URI graphUrl) {
        return of(connection, "", graphUrl, redirectUrl(connection), List.of(GraphPermission.values()), false);
    }

    /** The API that callers ask tokens for, in the set-up type {@code entra}. */
    public static Optional<EntraRegistration> restApi(Connection connection, URI graphUrl) {
        return of(connection, " Rest API", graphUrl, null, List.of(), true);
    }

    /** The application that callers sign in as, in the set-up type {@code entra}. */
    public static Optional<EntraRegistration> restUser(Connection connection, URI graphUrl) {
        return of(connection, " Rest User", graphUrl, null, List.of(), false);
    }

    /** The guide's redirect URL, with the path that an instance really answers. */
    public static @Nullable String redirectUrl(Connection connection) {
        return Optional.ofNullable(connection.instance())
                .map(instance -> instance.origin() + "/oauth_redirect.do")
                .orElse(null);
    }

    /** Whether it may change itself, for unattended rotation, and so needs to be its own owner. */
    public boolean ownsItself() {
        return permissions.contains(GraphPermission.OWN_APPLICATION_WRITE);
    }

    private static Optional<EntraRegistration> of(
            Connection connection,
            String suffix,
            URI graphUrl,
            @Nullable String redirectUrl,
            List<GraphPermission> permissions,
            boolean api) {
        Tenant tenant = connection.tenant();
        if (tenant.id() == null || tenant.cloud() == null) {
            return Optional.empty();
        }
        String name = "SupportLink " + connection.id() + suffix;
        return Optional.of(
                new EntraRegistration(name, tenant.cloud(), tenant.id(), graphUrl, redirectUrl, permissions, api));
    }
}
