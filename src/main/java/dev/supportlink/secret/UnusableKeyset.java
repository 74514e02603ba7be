package dev.supportlink.secret;

/** The keyset is missing, damaged or not the one that the database's secrets were sealed with. */
public class UnusableKeyset extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnusableKeyset(String message) {
        super(message);
    }
}
