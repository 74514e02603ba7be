package dev.supportlink.setup;

import dev.supportlink.secret.SecretKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a step asks for.
 *
 * @param type {@code text}, {@code boolean}, {@code date}, {@code choice}, {@code url}, {@code secret}, {@code transient-secret} or {@code list}
 * @param choices the values that a {@code choice} may have; empty for everything else
 * @param keptAs where a secret's value is kept; null for everything else, and for a secret that lives in the request only
 */
public record StepInput(
        String name,
        String type,
        boolean required,
        @Nullable SecretKind keptAs,
        List<String> choices) {

    private static final String TRANSIENT_SECRET = "transient-secret";

    public StepInput {
        choices = List.copyOf(choices);
    }

    public static StepInput required(String name, String type) {
        return new StepInput(name, type, true, null, List.of());
    }

    public static StepInput optional(String name, String type) {
        return new StepInput(name, type, false, null, List.of());
    }

    /** One of these words. */
    public static StepInput choice(String name, boolean required, List<String> choices) {
        return new StepInput(name, "choice", required, null, choices);
    }

    public static StepInput secret(String name, boolean required, SecretKind kind) {
        return new StepInput(name, "secret", required, kind, List.of());
    }

    /** A secret that is used while the answer is checked and kept nowhere, such as an admin's short-lived token. */
    public static StepInput transientSecret(String name, boolean required) {
        return new StepInput(name, TRANSIENT_SECRET, required, null, List.of());
    }

    public boolean secret() {
        return keptAs != null || livesInRequestOnly();
    }

    boolean livesInRequestOnly() {
        return type.equals(TRANSIENT_SECRET);
    }
}
