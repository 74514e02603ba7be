package dev.supportlink.sandbox.caller;

/** A call of Microsoft's side that was not answered as it should be. */
public final class CallRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    CallRefused(String what, int status, String body) {
        super(what + " was answered " + status + ": " + shortened(body));
        this.status = status;
    }

    CallRefused(String what, Exception cause) {
        super(what + " was not answered: " + cause, cause);
        this.status = 0;
    }

    /** The status of the answer; 0 when there was none. */
    public int status() {
        return status;
    }

    private static String shortened(String body) {
        String line = body.replaceAll("\\s+", " ").strip();
        return line.length() <= 300 ? line : line.substring(0, 300) + " ...";
    }
}
