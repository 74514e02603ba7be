package dev.supportlink.setup;

/** Pasted text that is not what the read-only script printed for this connection; the message completes "scriptOutput ...". */
final class WrongFindings extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongFindings(String message) {
        super(message, null, false, false);
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
