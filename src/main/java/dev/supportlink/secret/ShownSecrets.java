package dev.supportlink.secret;

/**
 * Remembers which stored values a person was shown: the one exception to never showing a stored secret is made once for
 * each value. Every method joins the caller's transaction, or runs in one of its own.
 */
public interface ShownSecrets {

    /** Notes that the current value is shown now; false when it was shown before, or there is none. */
    boolean markShown(String connectionId, SecretKind kind);

    /** Lets the current value be shown once more: somebody who knows it has entered it again. */
    void forgetShown(String connectionId, SecretKind kind);
}
