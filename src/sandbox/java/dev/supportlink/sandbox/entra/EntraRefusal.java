package dev.supportlink.sandbox.entra;

/** A request the simulated Entra ID refuses. */
final class EntraRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Aadsts reason;

    EntraRefusal(Aadsts reason, String text) {
        super(text, null, false, false);
        this.reason = reason;
    }

    Aadsts reason() {
        return reason;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
