package dev.supportlink.job;

import dev.supportlink.platform.page.PageRequest;
import dev.supportlink.platform.page.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps executions. A running one is held under a lease by the node that started it, which renews it for as long as it
 * lives. Every method joins the caller's transaction, or runs in one of its own.
 */
public interface ExecutionRepository {

    /** Keeps every other starter of this job, on any node, waiting until the transaction ends. */
    void lock(Job job);

    void add(Execution execution, String node, Instant leaseUntil);

    /** Remembers which job execution of the batch container it is. */
    void attach(String id, long batchId);

    /** Stores the end, unless somebody else has stored it already. */
    void end(Execution ended);

    /** Forgets one that the batch container did not take. */
    void remove(String id);

    /** All that have no end yet, of every job. */
    List<Execution> running();

    Optional<Execution> running(Job job);

    /** Whether the node that started it was alive at {@code now}. */
    boolean leased(String id, Instant now);

    /** Renews the leases of everything that the node runs. */
    void renew(String node, Instant until);

    Optional<Execution> find(String id);

    Optional<Execution> newest(Job job);

    /** Newest first. */
    Slice<Execution> list(Job job, PageRequest page);

    /** Removes all ended ones but the newest {@code count}. */
    void keepNewest(Job job, int count);
}
