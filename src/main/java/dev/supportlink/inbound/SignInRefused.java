package dev.supportlink.inbound;

import org.jspecify.annotations.Nullable;

/** Ends a sign-in; caught where the decision is made, so it carries no stack. */
class SignInRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RefusalReason reason;
    private final @Nullable String connectionId;

    /** {@code connectionId} is null where the client is unknown. */
    SignInRefused(RefusalReason reason, @Nullable String connectionId) {
        super(reason.word(), null, false, false);
        this.reason = reason;
        this.connectionId = connectionId;
    }

    RefusalReason reason() {
        return reason;
    }

    @Nullable
    String connectionId() {
        return connectionId;
    }
}
