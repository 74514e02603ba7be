package dev.supportlink.connection;

import dev.supportlink.audit.AuditTrail;
import dev.supportlink.platform.text.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;

/** Creates, changes and removes connections; tells the other features inside the same transaction. Calls nobody outside. */
@ApplicationScoped
public class ConnectionRegistry {

    @Inject
    ConnectionRepository connections;

    @Inject
    Instance<Remainder> remainders;

    @Inject
    Event<ConnectionCreated> created;

    @Inject
    Event<ConnectionChanged> changed;

    @Inject
    Event<ConnectionRemoved> removed;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    @Transactional
    public Connection create(NewConnection wanted, String actor) {
        return create(wanted.toConnection(Ids.next(), clock.instant()), actor);
    }

    /** Stores one that was made elsewhere, with what a set-up has found out about it. */
    @Transactional
    public Connection create(Connection connection, String actor) {
        connections.add(connection);
        created.fire(new ConnectionCreated(connection));
        audit.record(actor, "connection-created", connection.id(), Map.of("name", connection.name()));
        return connection;
    }

    /**
     * Applies a change to the stored definition.
     *
     * @param precondition told the stored revision before anything changes; throws when the caller knew another
     */
    @Transactional
    public Connection change(String id, UnaryOperator<Connection> change, LongConsumer precondition, String actor) {
        Connection before = connections.lock(id);
        Connection wanted = change.apply(before);
        if (wanted.equals(before)) {
            return before;
        }
        precondition.accept(before.revision());
        Connection after = connections.save(wanted);
        ConnectionChanged event = new ConnectionChanged(before, after);
        if (event.targetChanged()) {
            connections.recordHealth(id, HealthRecord.UNCHECKED);
        }
        if (event.instanceOriginChanged()) {
            connections.recordWriteProof(id, null);
        }
        changed.fire(event);
        audit.record(actor, "connection-changed", id, detail(event));
        return connections.get(id);
    }

    /** Told in full is what decides who may call, which incidents callers see, and whether a check may write. */
    private static Map<String, String> detail(ConnectionChanged event) {
        Connection before = event.before();
        Connection after = event.after();
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("name", after.name());
        if (!Objects.equals(before.adoptionQuery(), after.adoptionQuery())) {
            detail.put("adoptionQuery", after.adoptionQuery() == null ? "off" : after.adoptionQuery());
        }
        if (event.inboundSideChanged()) {
            detail.put("setupType", after.setupType().word());
            detail.put("inboundMode", after.inboundMode().word());
        }
        if (before.environment() != after.environment()) {
            detail.put("environment", after.environment().word());
        }
        return detail;
    }

    /** Removes the connection; {@link ConnectionInUse} while something remains, unless {@code abandon}ed knowingly. */
    @Transactional
    public void remove(String id, boolean abandon, String actor) {
        Connection connection = connections.lock(id);
        List<String> remaining = remainders.stream()
                .flatMap(remainder -> remainder.of(connection).stream())
                .toList();
        if (!remaining.isEmpty() && !abandon) {
            throw new ConnectionInUse(remaining);
        }
        removed.fire(new ConnectionRemoved(connection));
        connections.remove(id);
        audit.record(
                actor,
                "connection-removed",
                id,
                Map.of("name", connection.name(), "abandoned", String.join(" ", remaining)));
    }
}
