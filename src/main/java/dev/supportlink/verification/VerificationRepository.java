package dev.supportlink.verification;

import dev.supportlink.platform.page.PageRequest;
import dev.supportlink.platform.page.Slice;
import java.time.Instant;
import java.util.Optional;

/** Keeps verifications with their reports. Every method joins the caller's transaction, or runs in one of its own. */
public interface VerificationRepository {

    /** The running verification of a connection, whether its lease has run out or not. */
    Optional<Verification> running(String connectionId);

    /** Whether the lease of a running verification still holds. */
    boolean leased(String id, Instant now);

    void add(Verification running, Lease lease);

    /** Gives a running verification to another owner. */
    void takeOver(String id, Lease lease);

    /** Stores the end of a verification; false, and nothing stored, when the lease belongs to another owner by now. */
    boolean finish(Verification finished, String owner, Streak streak);

    /** Forgets a running verification that could not begin. */
    void withdraw(String id, String owner);

    Optional<Verification> find(String id);

    /** The newest, running or finished. */
    Optional<Verification> newest(String connectionId);

    /** What the newest finished verification left; {@link Streak#NONE} where there is none. */
    Streak lastStreak(String connectionId);

    /** Newest first. */
    Slice<Verification> list(String connectionId, PageRequest page);

    /** Removes all but the newest {@code count}. */
    void keepNewest(String connectionId, int count);
}
