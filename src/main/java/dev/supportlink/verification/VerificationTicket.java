package dev.supportlink.verification;

import dev.supportlink.connection.Connection;
import org.jspecify.annotations.Nullable;

/**
 * A verification that is to be run, or that somebody else runs already.
 *
 * @param connection as it was when the verification began
 * @param owner of the lease; null when another run holds it
 */
record VerificationTicket(
        Verification verification,
        Connection connection,
        String actor,
        @Nullable String owner) {

    CheckRun checkRun() {
        return new CheckRun(verification.id(), connection, verification.trigger());
    }
}
