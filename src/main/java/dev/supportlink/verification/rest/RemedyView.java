package dev.supportlink.verification.rest;

import dev.supportlink.verification.Remedy;
import org.jspecify.annotations.Nullable;

/** Who must do what, as the admin API shows it. */
public record RemedyView(
        String adminRole, String text, @Nullable String link) {

    static @Nullable RemedyView of(@Nullable Remedy remedy) {
        return remedy == null ? null : new RemedyView(remedy.adminRole().word(), remedy.text(), remedy.link());
    }
}
