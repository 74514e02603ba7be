package dev.supportlink.verification;

import dev.supportlink.connection.AdminRole;
import org.jspecify.annotations.Nullable;

/** Who must do what: the admin role, the clicks in words, and a link where there is one. */
public record Remedy(
        AdminRole adminRole, String text, @Nullable String link) {}
