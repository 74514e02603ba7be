package dev.supportlink.inbound;

import dev.supportlink.audit.AuditTrail;
import dev.supportlink.platform.net.AddressGroup;
import dev.supportlink.platform.text.Word;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells the audit trail why callers were really refused. The first of a kind at once, what follows once a minute with
 * its number, so that nobody can fill the table by guessing. Never what was typed: people mix up fields, and a secret
 * might stand in any of them.
 */
@ApplicationScoped
public class RefusalJournal {

    static final Duration WINDOW = Duration.ofMinutes(1);
    static final int MOST_KINDS = 200;

    private static final System.Logger LOG = System.getLogger(RefusalJournal.class.getName());
    private static final String OTHERS = "others";

    /** Refusals that are told as one line. */
    private record Kind(Word reason, @Nullable String connectionId, String address) {}

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    ScheduledExecutorService executor;

    @Inject
    AuditTrail audit;

    private final Map<Kind, Integer> untold = new HashMap<>();

    /**
     * Counts a refusal.
     *
     * @param reason a constant of a small closed list
     * @param connectionId null where nobody can tell which connection was meant
     * @param address where the request came from
     */
    public void record(Word reason, @Nullable String connectionId, String address) {
        try {
            count(new Kind(reason, connectionId, AddressGroup.of(address)));
        } catch (RejectedExecutionException stopping) {
            LOG.log(System.Logger.Level.DEBUG, "A refusal was not recorded: the server stops", stopping);
        }
    }

    /** Tells the numbers of the minute that is over; a kind that stayed quiet is told at once next time. */
    void tellNumbers() {
        Map<Kind, Integer> due = new HashMap<>();
        synchronized (untold) {
            untold.values().removeIf(number -> number == 0);
            due.putAll(untold);
            untold.replaceAll((kind, number) -> 0);
            if (!untold.isEmpty()) {
                scheduleNext();
            }
        }
        due.forEach(this::tell);
    }

    private void count(Kind refusal) {
        synchronized (untold) {
            boolean room = untold.size() < MOST_KINDS || untold.containsKey(refusal);
            Kind kind = room ? refusal : new Kind(refusal.reason(), null, OTHERS);
            if (untold.isEmpty()) {
                scheduleNext();
            }
            if (untold.computeIfPresent(kind, (same, number) -> number + 1) == null) {
                untold.put(kind, 0);
                executor.execute(() -> tell(kind, 1));
            }
        }
    }

    private void scheduleNext() {
        var unused = executor.schedule(this::tellNumbers, WINDOW.toSeconds(), TimeUnit.SECONDS);
    }

    private void tell(Kind kind, int number) {
        Map<String, String> detail = new TreeMap<>();
        detail.put("reason", kind.reason().word());
        detail.put("address", kind.address());
        detail.put("count", Integer.toString(number));
        try {
            audit.record("anonymous", "caller-refused", kind.connectionId(), detail);
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.WARNING, "A refused sign-in could not be recorded", failure);
        }
    }
}
