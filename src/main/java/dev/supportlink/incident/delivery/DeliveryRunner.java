package dev.supportlink.incident.delivery;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.ConnectionRepository;
import dev.supportlink.connection.Instance;
import dev.supportlink.incident.Incident;
import dev.supportlink.incident.IncidentDestination;
import dev.supportlink.incident.IncidentNotFound;
import dev.supportlink.incident.IncidentRepository;
import dev.supportlink.platform.problem.UpstreamException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Attempts one claimed delivery after the other. No transaction is open during an attempt: what must survive a crash is
 * committed before and after each call.
 */
@ApplicationScoped
public class DeliveryRunner {

    private static final System.Logger LOG = System.getLogger(DeliveryRunner.class.getName());

    /** An instance that asks for more is not believed. */
    private static final Duration LONGEST_ASKED = Duration.ofDays(1);

    @Inject
    DeliveryQueue queue;

    @Inject
    IncidentRepository incidents;

    @Inject
    ConnectionRepository connections;

    @Inject
    IncidentDestination destination;

    @Inject
    DeliverySettings settings;

    @Inject
    Clock clock;

    /** The next delivery that is due, claimed for this caller; empty when none is. */
    public Optional<Claim> claimNext() {
        Instant now = clock.instant();
        return queue.claim(now, now.plus(settings.lease()), settings.workersPerConnection());
    }

    /** Whether {@link #claimNext} would find something. */
    public boolean anythingDue() {
        return queue.anyDue(clock.instant());
    }

    /** Brings the change to the instance if it is not there yet. */
    public DeliveryResult attempt(Claim claim) {
        Delivery delivery = claim.delivery();
        try {
            Connection connection = connections.get(delivery.connectionId());
            Instance instance = connection.instance();
            return instance == null ? new DeliveryResult.NoInstance() : attemptAt(connection, instance, claim);
        } catch (LeaseLost overtaken) {
            return new DeliveryResult.Overtaken();
        } catch (UpstreamException failure) {
            return resultOf(failure, delivery);
        } catch (RuntimeException bug) {
            // One delivery that nobody foresaw must not keep all others waiting.
            LOG.log(System.Logger.Level.ERROR, delivery.id() + " delivery stopped by an unexpected failure", bug);
            return postponed(settings.longestRetry(), "stopped by an unexpected failure; see the log");
        }
    }

    /** Stores what an attempt came to. */
    @Transactional
    public void finish(Claim claim, DeliveryResult result) {
        String connectionId = claim.delivery().connectionId();
        boolean proves = result instanceof DeliveryResult.Delivered && isUnproven(connectionId);
        if (proves) {
            // First the connection, then the delivery: whoever changes the instance locks them in this order.
            connections.lock(connectionId);
        }
        boolean stored = queue.record(claim, result, clock.instant());
        if (stored && proves) {
            connections.recordWriteProof(connectionId, clock.instant());
        }
        log(claim.delivery(), result);
    }

    private boolean isUnproven(String connectionId) {
        return connections
                .find(connectionId)
                .filter(connection -> connection.writeProvenAt() == null)
                .isPresent();
    }

    private DeliveryResult attemptAt(Connection connection, Instance instance, Claim claim) {
        Incident incident = incidents
                .find(connection.id(), claim.delivery().incidentSysId())
                .orElseThrow(IncidentNotFound::new);
        return new DeliveryAttempt(this, connection, instance.origin(), incident, claim).run();
    }

    private DeliveryResult resultOf(UpstreamException failure, Delivery delivery) {
        String reason = failure.getMessage() == null ? failure.kind().name() : failure.getMessage();
        String code = failure.code().orElse("");
        if (code.equals("instance-duplicate-incident")) {
            return new DeliveryResult.Unclear(reason);
        }
        return switch (failure.kind()) {
            // The gate keeps a refused credential from being tried; only a person can open it.
            case UNAUTHENTICATED -> postponed(settings.longestRetry(), reason);
            case FORBIDDEN, REJECTED, NOT_FOUND ->
                // Our own policy refused the address, not the instance the change.
                code.equals("address-not-allowed")
                        ? postponed(settings.longestRetry(), reason)
                        : new DeliveryResult.Failed(reason);
            case THROTTLED, UNAVAILABLE, MALFORMED, CONFLICT -> postponed(waitAfter(failure, delivery), reason);
        };
    }

    private Duration waitAfter(UpstreamException failure, Delivery delivery) {
        return failure.retryAfter()
                .map(asked -> asked.compareTo(LONGEST_ASKED) < 0 ? asked : LONGEST_ASKED)
                .orElseGet(() -> settings.retryAfter(delivery.attempts()));
    }

    private DeliveryResult postponed(Duration wait, String reason) {
        return new DeliveryResult.Postponed(clock.instant().plus(wait), reason);
    }

    private static void log(Delivery delivery, DeliveryResult result) {
        System.Logger.Level level =
                result instanceof DeliveryResult.Delivered ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING;
        LOG.log(level, "{0} delivery {1}: {2}", delivery.incidentSysId(), delivery.id(), result);
    }
}
