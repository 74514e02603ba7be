package dev.supportlink.incident.reading;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.ConnectionRepository;
import dev.supportlink.connection.Instance;
import dev.supportlink.inbound.InboundCaller;
import dev.supportlink.incident.Adoption;
import dev.supportlink.incident.CopyAddress;
import dev.supportlink.incident.CorrelationTaken;
import dev.supportlink.incident.Incident;
import dev.supportlink.incident.IncidentRepository;
import dev.supportlink.incident.RemoteIncident;
import dev.supportlink.incident.query.AdoptionQuery;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

/** Looks unknown incidents up on the instance, each once at a time, and adopts those that the query takes in. */
@ApplicationScoped
public class IncidentAdopter implements Adoption {

    private static final System.Logger LOG = System.getLogger(IncidentAdopter.class.getName());
    static final int MOST_WAITING = 32;
    private static final Pattern SYS_ID = Pattern.compile("[0-9a-f]{32}");

    @Inject
    ConnectionRepository connections;

    @Inject
    IncidentRepository incidents;

    @Inject
    InstanceRecords records;

    @Inject
    CopyLedger ledger;

    @Inject
    LookUps lookUps;

    private final Map<LookUp, CompletableFuture<Optional<Incident>>> underWay = new ConcurrentHashMap<>();
    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    @Override
    public Optional<Incident> adopt(InboundCaller caller, String sysId) {
        if (caller.readOnly() || !SYS_ID.matcher(sysId).matches()) {
            return Optional.empty();
        }
        return connections
                .find(caller.connectionId())
                .flatMap(connection -> lookUp(connection, sysId)
                        .flatMap(lookUp -> known(lookUp).or(() -> once(lookUp, connection, caller))));
    }

    /** The question to ask; none where nothing is adopted. */
    private static Optional<LookUp> lookUp(Connection connection, String sysId) {
        Instance instance = connection.instance();
        String query = connection.adoptionQuery();
        return instance == null || query == null || !connection.servesCallers()
                ? Optional.empty()
                : Optional.of(new LookUp(connection.id(), instance.origin(), query, sysId));
    }

    /** The copy that this connection has of the record under another sys_id. */
    private Optional<Incident> known(LookUp lookUp) {
        return incidents
                .linkedTo(lookUp.origin(), lookUp.sysId())
                .filter(copy -> copy.connectionId().equals(lookUp.connectionId()))
                .flatMap(this::read);
    }

    private Optional<Incident> read(CopyAddress copy) {
        return incidents.find(copy.connectionId(), copy.sysId());
    }

    /** Who asks for the same at the same time waits for the one answer. */
    private Optional<Incident> once(LookUp lookUp, Connection connection, InboundCaller caller) {
        CompletableFuture<Optional<Incident>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<Incident>> other = underWay.putIfAbsent(lookUp, mine);
        if (other != null) {
            return waitFor(other);
        }
        try {
            mine.complete(ask(lookUp, connection, caller));
        } catch (RuntimeException | Error failure) {
            mine.completeExceptionally(failure);
        } finally {
            underWay.remove(lookUp, mine);
        }
        return answerOf(mine);
    }

    /** An instance that hangs must not hold the threads that the callers of all other connections need. */
    private Optional<Incident> waitFor(CompletableFuture<Optional<Incident>> flight) {
        if (!waiting.tryAcquire()) {
            throw new TooManyLookUps(Duration.ofSeconds(1));
        }
        try {
            return answerOf(flight);
        } finally {
            waiting.release();
        }
    }

    private static Optional<Incident> answerOf(CompletableFuture<Optional<Incident>> flight) {
        try {
            return flight.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    /** Who comes just after an answer finds what it left behind. */
    private Optional<Incident> ask(LookUp lookUp, Connection connection, InboundCaller caller) {
        Optional<Incident> present = incidents.find(lookUp.connectionId(), lookUp.sysId());
        if (present.isPresent() || lookUps.wasFruitless(lookUp)) {
            return present;
        }
        lookUps.count(lookUp.connectionId());
        Optional<Incident> found = askInstance(lookUp, connection, caller);
        if (found.isEmpty()) {
            lookUps.noteFruitless(lookUp);
        }
        return found;
    }

    private Optional<Incident> askInstance(LookUp lookUp, Connection connection, InboundCaller caller) {
        try {
            return records.read(connection, lookUp.sysId()).flatMap(record -> take(lookUp, connection, record, caller));
        } catch (UpstreamException failure) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0}: an incident could not be looked up: {1}: {2}",
                    connection.id(),
                    failure.kind(),
                    failure.getMessage());
            if (failure.kind() == Kind.FORBIDDEN || failure.kind() == Kind.REJECTED) {
                // To this user there is no such record.
                return Optional.empty();
            }
            throw new InstanceSilent(failure.retryAfter());
        }
    }

    private Optional<Incident> take(LookUp lookUp, Connection connection, RemoteIncident record, InboundCaller caller) {
        String ours = record.fields().getOrDefault("correlation_id", "");
        Optional<CopyAddress> copy = ours.isEmpty() ? Optional.empty() : incidents.locate(ours);
        if (copy.isPresent()) {
            return copy.filter(found -> found.connectionId().equals(connection.id()))
                    .flatMap(this::read);
        }
        if (!AdoptionQuery.parse(lookUp.adoptionQuery()).matches(record.fields())) {
            return Optional.empty();
        }
        try {
            return ledger.adopt(lookUp, record, records.journal(connection, record.sysId()), caller);
        } catch (CorrelationTaken overtaken) {
            return incidents.find(connection.id(), record.sysId());
        }
    }
}
