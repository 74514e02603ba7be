package dev.supportlink.handover;

import dev.supportlink.connection.AdminRole;

/** Knows how far the work of one admin role on a connection is; set-up implements it. */
public interface RoleWork {

    /** How far it is. */
    enum Progress {
        /** There is nothing for this role to do. */
        NONE,
        LEFT,
        DONE
    }

    /** Read inside the caller's transaction. */
    Progress of(String connectionId, AdminRole role);
}
