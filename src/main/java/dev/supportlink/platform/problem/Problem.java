package dev.supportlink.platform.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One problem as it is to be told to a caller, before it has a form on the wire.
 *
 * @param type decides the status
 * @param detail what happened and what to do, for the caller; never an internal
 * @param errors the wrong fields; empty when it is not about fields
 * @param extensions further members by name, as JSON-ready values: text, numbers, booleans, lists and maps of them
 * @param retryAfter how long to wait before trying again; null when waiting does not help
 */
public record Problem(
        ProblemType type,
        String detail,
        List<FieldError> errors,
        Map<String, Object> extensions,
        @Nullable Duration retryAfter) {

    public Problem {
        errors = List.copyOf(errors);
        extensions = Map.copyOf(extensions);
    }

    /** A problem that is fully told by one sentence. */
    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, List.of(), Map.of(), null);
    }

    /** What a broken rule of the application looks like to a caller. */
    public static Problem of(DomainException broken) {
        String detail = Optional.ofNullable(broken.getMessage())
                .orElseGet(() -> broken.type().title());
        return new Problem(
                broken.type(),
                detail,
                broken.errors(),
                broken.extensions(),
                broken.retryAfter().orElse(null));
    }

    /** The HTTP status that goes with it. */
    public int status() {
        return type.status();
    }
}
