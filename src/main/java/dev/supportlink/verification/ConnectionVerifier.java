package dev.supportlink.verification;

import java.time.Duration;
import java.util.Optional;

/** Runs verifications; at most one of a connection at a time, on any node. */
public interface ConnectionVerifier {

    /**
     * Starts a verification in the background and answers it, or the one that is already running.
     *
     * @param actor who asked, for the audit trail
     */
    Verification start(String connectionId, Trigger trigger, String actor);

    /** The verification, finished, or as it stands when {@code atMost} has passed. */
    Verification await(String verificationId, Duration atMost);

    /** Runs one to its end in this thread; what the job calls. Answers the running one where there is one. */
    Verification run(String connectionId, Trigger trigger, String actor);

    Optional<Verification> newest(String connectionId);
}
