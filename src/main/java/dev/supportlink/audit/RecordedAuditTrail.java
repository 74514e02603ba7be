package dev.supportlink.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes audit events to the database and, once they are committed, to the log {@code dev.supportlink.audit}. */
@ApplicationScoped
public class RecordedAuditTrail implements AuditTrail {

    private static final System.Logger LOG = System.getLogger("dev.supportlink.audit");

    @Inject
    AuditEventRepository repository;

    @Inject
    Event<AuditEvent> recorded;

    @Inject
    Clock clock;

    @Override
    @Transactional
    public void record(String actor, String action, @Nullable String connectionId, Map<String, String> detail) {
        AuditEvent event = new AuditEvent(null, clock.instant(), actor, action, connectionId, detail);
        repository.add(event);
        recorded.fire(event);
    }

    /** Only after the commit: the log must not tell of things that were rolled back. */
    void log(@Observes(during = TransactionPhase.AFTER_SUCCESS) AuditEvent event) {
        String subject = event.connectionId() == null ? "-" : event.connectionId();
        LOG.log(
                System.Logger.Level.INFO,
                "{0} {1} by {2} {3}",
                subject,
                event.action(),
                oneLine(event.actor()),
                oneLine(new TreeMap<>(event.detail()).toString()));
    }

    /** A name or value that somebody sent must not look like a second line. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
