package dev.supportlink.setup;

import dev.supportlink.secret.SecretKind;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a step asks for.
 *
 * @param type {@code text}, {@code boolean}, {@code date}, {@code choice}, {@code url}, {@code secret}, {@code transient-secret} or {@code list}
 * @param keptAs where a secret's value is kept; null for everything else, and for a secret that lives in the request only
 */
public record StepInput(
        String name,
        String type,
        boolean required,
        @Nullable SecretKind keptAs) {

    private static final String TRANSIENT_SECRET = "transient-secret";

    public static StepInput required(String name, String type) {
        return new StepInput(name, type, true, null);
    }

    public static StepInput optional(String name, String type) {
        return new StepInput(name, type, false, null);
    }

    public static StepInput secret(String name, boolean required, SecretKind kind) {
        return new StepInput(name, "secret", required, kind);
    }

    /** A secret that is used while the answer is checked and kept nowhere, such as an admin's short-lived token. */
    public static StepInput transientSecret(String name, boolean required) {
        return new StepInput(name, TRANSIENT_SECRET, required, null);
    }

    public boolean secret() {
        return keptAs != null || livesInRequestOnly();
    }

    boolean livesInRequestOnly() {
        return type.equals(TRANSIENT_SECRET);
    }
}
