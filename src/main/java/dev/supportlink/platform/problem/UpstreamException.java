package dev.supportlink.platform.problem;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An outside system did not do what was asked. Carries which system, a kind from a closed list, the system's own short
 * error code where it sent one, and how long to wait; never a body, a URL with a query, or a secret.
 */
public class UpstreamException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What went wrong, as far as it decides what to do next. */
    public enum Kind {
        UNAUTHENTICATED,
        FORBIDDEN,
        NOT_FOUND,
        CONFLICT,
        /** The request was understood and refused for good: a bad value, a broken rule of the other system. */
        REJECTED,
        THROTTLED,
        UNAVAILABLE,
        MALFORMED;

        /** Whether the same request may succeed later without anybody changing anything. */
        public boolean passing() {
            return this == THROTTLED || this == UNAVAILABLE || this == MALFORMED;
        }
    }

    private final String system;
    private final Kind kind;
    private final @Nullable String code;
    private final @Nullable Duration retryAfter;

    public UpstreamException(
            String system, Kind kind, @Nullable String code, @Nullable Duration retryAfter, String message) {
        super(message);
        this.system = system;
        this.kind = kind;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    public UpstreamException(String system, Kind kind, @Nullable String code, String message) {
        this(system, kind, code, null, message);
    }

    /** The outside system: {@code entra}, {@code graph}, {@code instance} or {@code self}. */
    public String system() {
        return system;
    }

    public Kind kind() {
        return kind;
    }

    /**
     * The reason's id in the catalogue of reasons where one is known ({@code aadsts-7000215}, {@code dns}, {@code
     * connect-timeout}, {@code tls}, {@code address-not-allowed}, {@code html-instead-of-json} ...).
     */
    public Optional<String> code() {
        return Optional.ofNullable(code);
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
