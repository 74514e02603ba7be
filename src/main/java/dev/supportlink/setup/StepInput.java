package dev.supportlink.setup;

import dev.supportlink.secret.SecretKind;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a step asks for.
 *
 * @param type {@code text}, {@code boolean}, {@code date}, {@code choice}, {@code url}, {@code secret} or {@code list}
 * @param keptAs where a secret's value is kept; null for everything else
 */
public record StepInput(
        String name,
        String type,
        boolean required,
        @Nullable SecretKind keptAs) {

    public static StepInput required(String name, String type) {
        return new StepInput(name, type, true, null);
    }

    public static StepInput optional(String name, String type) {
        return new StepInput(name, type, false, null);
    }

    public static StepInput secret(String name, boolean required, SecretKind kind) {
        return new StepInput(name, "secret", required, kind);
    }

    public boolean secret() {
        return keptAs != null;
    }
}
