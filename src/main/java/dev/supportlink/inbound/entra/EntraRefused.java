package dev.supportlink.inbound.entra;

import org.jspecify.annotations.Nullable;

/** Ends the check of a token; caught where the decision is made, so it carries no stack. */
final class EntraRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final EntraRefusal reason;
    private final @Nullable String connectionId;

    /** {@code connectionId} is null as long as nobody can tell which connection is meant. */
    EntraRefused(EntraRefusal reason, @Nullable String connectionId) {
        super(reason.word(), null, false, false);
        this.reason = reason;
        this.connectionId = connectionId;
    }

    EntraRefusal reason() {
        return reason;
    }

    @Nullable
    String connectionId() {
        return connectionId;
    }
}
