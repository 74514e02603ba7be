package dev.supportlink.access.rest;

import dev.supportlink.access.User;
import java.time.Instant;
import java.util.List;

/** A user in JSON. */
public record UserView(String id, String name, boolean enabled, List<RoleEntry> roles, Instant createdAt) {

    static UserView of(User user) {
        return new UserView(user.id(), user.name(), user.enabled(), RoleEntry.of(user.grants()), user.createdAt());
    }
}
