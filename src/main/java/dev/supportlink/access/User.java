package dev.supportlink.access;

import java.time.Instant;
import java.util.Set;

/**
 * Somebody who can sign in to the admin API.
 *
 * @param revision grows with every change, a new password included
 */
public record User(String id, String name, boolean enabled, Set<RoleGrant> grants, long revision, Instant createdAt) {

    public User {
        grants = Set.copyOf(grants);
    }
}
