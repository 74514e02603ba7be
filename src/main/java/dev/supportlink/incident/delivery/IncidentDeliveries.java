package dev.supportlink.incident.delivery;

import dev.supportlink.audit.AuditTrail;
import dev.supportlink.connection.Connection;
import dev.supportlink.connection.ConnectionChanged;
import dev.supportlink.connection.InstanceCredentialChanged;
import dev.supportlink.connection.Remainder;
import dev.supportlink.connection.SetupType;
import dev.supportlink.platform.page.PageRequest;
import dev.supportlink.platform.page.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What administrators and other features do with deliveries. Every change of one by hand is audited. */
@ApplicationScoped
public class IncidentDeliveries implements Remainder {

    @Inject
    DeliveryQueue queue;

    @Inject
    AuditTrail audit;

    @Inject
    Event<DeliveriesDue> due;

    @Inject
    Clock clock;

    public Slice<IncidentOverview> incidents(String connectionId, PageRequest page) {
        return queue.overview(connectionId, page);
    }

    /** {@link DeliveryNotFound} when the connection has no such incident. */
    public IncidentOverview incident(String connectionId, String incidentSysId) {
        return queue.overviewOf(connectionId, incidentSysId).orElseThrow(DeliveryNotFound::new);
    }

    public List<Delivery> of(String connectionId, String incidentSysId) {
        return queue.of(connectionId, incidentSysId);
    }

    /** Holds everything open until an operator releases or drops it: it was accepted for another instance. */
    @Transactional
    public void hold(String connectionId) {
        queue.holdAll(connectionId);
    }

    /** Tries everything pending now: what stood in the way, such as a refused credential, has been mended. */
    @Transactional
    public void resume(String connectionId) {
        queue.hasten(connectionId, clock.instant());
        due.fire(new DeliveriesDue(connectionId));
    }

    /** Lets a held delivery go to the connection's present instance. */
    @Transactional
    public Delivery release(DeliveryAddress address, String actor) {
        Delivery delivery = in(address, Set.of(DeliveryState.HELD), "only a held one can be released.");
        return moved(delivery, DeliveryState.PENDING, "delivery-released", actor);
    }

    /** Tries a refused or unclear delivery again, without looking whether it has arrived. */
    @Transactional
    public Delivery repeat(DeliveryAddress address, String actor) {
        Delivery delivery = in(
                address,
                Set.of(DeliveryState.FAILED, DeliveryState.NEEDS_ATTENTION),
                "only one that failed or needs attention can be repeated.");
        return moved(delivery, DeliveryState.PENDING, "delivery-repeated", actor);
    }

    /** Gives a delivery up; those after it go on. */
    @Transactional
    public Delivery drop(DeliveryAddress address, String actor) {
        Delivery delivery = in(
                address,
                Set.of(DeliveryState.HELD, DeliveryState.FAILED, DeliveryState.NEEDS_ATTENTION),
                "only one that is held, failed or needs attention can be dropped.");
        return moved(delivery, DeliveryState.DROPPED, "delivery-dropped", actor);
    }

    @Override
    public List<String> of(Connection connection) {
        long open = queue.countOpen(connection.id());
        return open == 0 ? List.of() : List.of(open + " deliveries of incidents are open.");
    }

    void whenCredentialChanges(@Observes InstanceCredentialChanged change) {
        resume(change.connectionId());
    }

    void whenConnectionChanges(@Observes ConnectionChanged change) {
        boolean moved = change.instanceOriginChanged() && change.before().instance() != null;
        boolean withoutAccount = change.setupTypeChanged() && change.after().setupType() == SetupType.INSIGHTS_ONLY;
        if (moved || withoutAccount) {
            hold(change.after().id());
        } else if (change.instanceOriginChanged() || change.instanceAccountChanged()) {
            resume(change.after().id());
        }
    }

    private Delivery in(DeliveryAddress address, Set<DeliveryState> states, String possible) {
        Delivery delivery = queue.lock(address.connectionId(), address.incidentSysId(), address.deliveryId())
                .orElseThrow(DeliveryNotFound::new);
        if (!states.contains(delivery.state())) {
            throw new DeliveryStateConflict(delivery, possible);
        }
        return delivery;
    }

    private Delivery moved(Delivery delivery, DeliveryState state, String action, String actor) {
        queue.move(delivery, state, clock.instant());
        audit.record(
                actor,
                action,
                delivery.connectionId(),
                Map.of("incident", delivery.incidentSysId(), "delivery", delivery.id()));
        due.fire(new DeliveriesDue(delivery.connectionId()));
        return queue.of(delivery.connectionId(), delivery.incidentSysId()).stream()
                .filter(stored -> stored.id().equals(delivery.id()))
                .findFirst()
                .orElseThrow(DeliveryNotFound::new);
    }
}
