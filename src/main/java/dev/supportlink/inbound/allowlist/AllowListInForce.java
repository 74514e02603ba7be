package dev.supportlink.inbound.allowlist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The allow list that this node goes by: held in memory, never older than a few seconds, at once on the node that changed
 * it. While the database cannot be read, the last known list stays in force.
 */
@ApplicationScoped
public class AllowListInForce {

    private static final System.Logger LOG = System.getLogger(AllowListInForce.class.getName());

    @Inject
    AllowListRepository lists;

    private final AtomicReference<@Nullable AllowList> known = new AtomicReference<>();
    private volatile boolean failing;

    /** Empty as long as it has never been read: it might be on, so nobody may be let in. */
    public Optional<AllowList> current() {
        return Optional.ofNullable(known.get());
    }

    /** Reads what other nodes may have changed. */
    void refresh() {
        AllowList before = known.get();
        try {
            // Not over a change that this node has heard of since: what was read may be older.
            known.compareAndSet(before, lists.read());
            failing = false;
        } catch (RuntimeException unreadable) {
            tellOnce(unreadable);
        }
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) AllowListChanged change) {
        known.set(change.list());
    }

    private void tellOnce(RuntimeException unreadable) {
        if (!failing) {
            LOG.log(Level.WARNING, "The allow list cannot be read; the last known one stays in force", unreadable);
        }
        failing = true;
    }
}
