package dev.supportlink.incident.delivery;

import dev.supportlink.incident.AcceptedChange;
import dev.supportlink.incident.Incident;
import dev.supportlink.platform.page.PageRequest;
import dev.supportlink.platform.page.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps deliveries. Of one incident only the first that is open can be claimed, by one holder at a time, on any number
 * of nodes.
 */
public interface DeliveryQueue {

    /** Adds changes behind those that the incident has; joins the caller's transaction, which has locked the incident. */
    void add(Incident incident, List<AcceptedChange> changes, Instant at);

    /**
     * Claims the delivery that has been due for the longest time: pending, or held for want of an instance that is there
     * by now; first of its incident; not claimed, or by a lease that has ended. Commits at once.
     *
     * @param mostPerConnection a connection with as many live claims is passed over, so that one slow instance does not
     *     keep all workers busy
     */
    Optional<Claim> claim(Instant now, Instant leaseEnd, int mostPerConnection);

    /** Whether {@link #claim} would find something. */
    boolean anyDue(Instant now);

    /** Makes the lease last longer; false when it was lost. */
    boolean renew(Claim claim, Instant leaseEnd);

    /** Notes, before a change leaves, that it may arrive from now on, and renews the lease; false when it was lost. */
    boolean markSent(Claim claim, Instant now, Instant leaseEnd);

    /** The instance settled it: what was sent last has not arrived. */
    void clearSent(Claim claim);

    /** Stores an attempt's result and ends the lease; false, with nothing stored, when the lease was lost. */
    boolean record(Claim claim, DeliveryResult result, Instant now);

    /** When the same entry of the same incident was delivered last, before this one; empty when it never was. */
    Optional<Instant> sameEntryDeliveredAt(Delivery journalEntry);

    /** The deliveries of one incident, in order. */
    List<Delivery> of(String connectionId, String incidentSysId);

    /** Reads one and keeps others from changing it until the transaction ends. */
    Optional<Delivery> lock(String connectionId, String incidentSysId, String deliveryId);

    /** Stores another state, due now, with no attempts and no lease, and nothing known to be on its way. */
    void move(Delivery delivery, DeliveryState state, Instant now);

    /** Holds everything open of a connection, until an operator releases or drops it; ends all its leases. */
    void holdAll(String connectionId);

    /** Makes everything pending of a connection due. */
    void hasten(String connectionId, Instant now);

    long countOpen(String connectionId);

    /** How many of a connection's deliveries are in this state. */
    long count(String connectionId, DeliveryState state);

    /** A connection's incidents, newest first, with the state of their deliveries. */
    Slice<IncidentOverview> overview(String connectionId, PageRequest page);

    Optional<IncidentOverview> overviewOf(String connectionId, String incidentSysId);
}
