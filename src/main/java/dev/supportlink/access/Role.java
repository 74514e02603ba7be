package dev.supportlink.access;

import dev.supportlink.connection.AdminRole;
import dev.supportlink.platform.text.Word;
import java.util.Optional;

/** What a user may be. */
public enum Role implements Word {
    OPERATOR,
    AUDITOR,
    ENTRA_ADMIN,
    SERVICENOW_ADMIN,
    M365_ADMIN,
    ADMINISTRATOR,
    INSIGHTS_USER;

    /** The role that lets a user act in this admin role. */
    public static Role of(AdminRole adminRole) {
        return Word.parse(Role.class, adminRole.word()).orElseThrow();
    }

    /** The admin role that this role lets a user act in; empty for operator, auditor and insights user. */
    public Optional<AdminRole> adminRole() {
        return Word.parse(AdminRole.class, word());
    }
}
