package dev.supportlink.access.rest;

import dev.supportlink.access.RoleGrant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user to be made; without roles the user can sign in and see nothing. */
public record NewUserRequest(
        String name, String password, @Nullable List<RoleEntry> roles) {

    List<RoleGrant> grants() {
        return roles == null ? List.of() : RoleEntry.grants(roles);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "NewUserRequest[" + name + "]";
    }
}
