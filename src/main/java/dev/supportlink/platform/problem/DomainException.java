package dev.supportlink.platform.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A rule of the application was broken; the message is written for the person or program that asked. */
public abstract class DomainException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient List<FieldError> errors;

    protected DomainException(ProblemType type, String message) {
        this(type, message, List.of());
    }

    protected DomainException(ProblemType type, String message, List<FieldError> errors) {
        super(message);
        this.type = type;
        this.errors = List.copyOf(errors);
    }

    /** The kind of problem. */
    public ProblemType type() {
        return type;
    }

    /** The fields that are wrong; empty when the problem is not about fields. */
    public List<FieldError> errors() {
        return errors;
    }

    /** More members of the problem document, by name, as JSON-ready values; empty by default. */
    public Map<String, Object> extensions() {
        return Map.of();
    }

    /** How long to wait before trying again; empty, the default, when waiting does not help. */
    public Optional<Duration> retryAfter() {
        return Optional.empty();
    }
}
