package dev.supportlink.sandbox.entra;

/** An access token that an API must not accept. */
public final class TokenRejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why a token is not accepted. */
    public enum Reason {
        MALFORMED,
        SIGNATURE,
        EXPIRED,
        AUDIENCE
    }

    private final Reason reason;

    TokenRejected(Reason reason) {
        super("The access token is not accepted: " + reason, null, false, false);
        this.reason = reason;
    }

    /** Why it is not accepted. */
    public Reason reason() {
        return reason;
    }
}
