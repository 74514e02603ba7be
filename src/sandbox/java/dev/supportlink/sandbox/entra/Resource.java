package dev.supportlink.sandbox.entra;

import java.util.Optional;
import java.util.Set;

/** The API a token is asked for. */
record Resource(String audience, int tokenVersion, Set<String> roles) {

    static Resource of(Directory directory, Tenant tenant, Application client, String requested) {
        if (directory.isGraph(requested)) {
            return new Resource(requested, 1, client.grantedRoles());
        }
        Application api = find(tenant, requested).orElseThrow(() -> Aadsts.RESOURCE_UNKNOWN.about(requested));
        if (api.principal() == Application.Principal.DISABLED) {
            throw Aadsts.RESOURCE_DISABLED.about(requested);
        }
        if (api.assignmentRequired() && !api.appId().equals(client.appId())) {
            throw Aadsts.NOT_ASSIGNED.about(client.appId());
        }
        int version = api.requestedAccessTokenVersion();
        return new Resource(version == 2 ? api.appId() : requested, version, Set.of());
    }

    private static Optional<Application> find(Tenant tenant, String requested) {
        return tenant.application(requested)
                .or(() -> tenant.applications().stream()
                        .filter(each -> each.identifierUris().contains(requested))
                        .findFirst())
                // Without an enterprise application the directory knows nothing that a token could be made for.
                .filter(api -> api.principal() != Application.Principal.MISSING);
    }
}
