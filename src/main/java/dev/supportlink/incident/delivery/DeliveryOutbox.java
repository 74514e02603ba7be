package dev.supportlink.incident.delivery;

import dev.supportlink.incident.AcceptedChange;
import dev.supportlink.incident.Incident;
import dev.supportlink.incident.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Queues accepted changes and tells, after the commit, that something is due. */
@ApplicationScoped
public class DeliveryOutbox implements Outbox {

    @Inject
    DeliveryQueue queue;

    @Inject
    Event<DeliveriesDue> due;

    @Inject
    Clock clock;

    @Override
    @Transactional
    public void accept(Incident incident, List<AcceptedChange> changes) {
        queue.add(incident, changes, clock.instant());
        due.fire(new DeliveriesDue(incident.connectionId()));
    }
}
