package dev.supportlink.access;

/** What other features may do with users: look whether they exist and give them a role. */
public interface UserRoles {

    boolean exists(String userName);

    /** Adds the grant unless the user has it; the user must exist. Joins the caller's transaction. */
    void grant(String userName, RoleGrant grant, String actor);
}
