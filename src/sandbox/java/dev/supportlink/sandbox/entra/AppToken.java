package dev.supportlink.sandbox.entra;

import java.util.Set;

/** What an API learns from a valid app-only access token. */
public record AppToken(String tenantId, String appId, String principalId, String audience, Set<String> roles) {

    public AppToken {
        roles = Set.copyOf(roles);
    }

    /** Whether one of these permissions was granted. */
    public boolean hasAny(String... wanted) {
        for (String role : wanted) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }
}
