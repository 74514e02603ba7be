package dev.supportlink.incident.delivery;

import dev.supportlink.connection.Connection;
import dev.supportlink.inbound.InboundCaller;
import dev.supportlink.incident.Incident;
import dev.supportlink.incident.IncidentDesk;
import dev.supportlink.incident.IncidentDesks;
import dev.supportlink.incident.InstanceLink;
import dev.supportlink.platform.config.Settings;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import dev.supportlink.platform.text.Ids;
import dev.supportlink.store.incident.IncidentStore;
import dev.supportlink.testing.Connections;
import dev.supportlink.testing.InMemoryConnections;
import dev.supportlink.testing.RecordedEvents;
import dev.supportlink.testing.TestDatabase;
import dev.supportlink.testing.TurnableClock;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything a delivery needs: a real queue on H2, a clock that stands, an instance that fails as told. */
public final class DeliveryBench {

    final TurnableClock clock = new TurnableClock(Instant.parse("2026-11-20T10:00:00Z"));
    final FakeInstance instance = new FakeInstance(clock);
    final IncidentStore store = new IncidentStore(TestDatabase.H2);
    final DeliveryQueue queue = store.deliveries();
    final InMemoryConnections connections = new InMemoryConnections();
    final RecordedEvents<DeliveriesDue> due = new RecordedEvents<>();
    final List<String> audited = new ArrayList<>();
    final Connection connection;
    final InboundCaller caller;
    final IncidentDesk desk;

    public DeliveryBench() {
        // The queue knows no tenants: what other tests left behind would be claimed, too.
        store.execute("delete from delivery");
        connection = Connections.complete(store.connection(TestDatabase.H2));
        connections.add(connection);
        caller = new InboundCaller(connection.id(), "caller", false);
        desk = IncidentDesks.over(store, outbox(), clock);
    }

    /** A runner of its own, as each node has one. */
    public DeliveryRunner runner() {
        DeliveryRunner runner = new DeliveryRunner();
        runner.queue = queue;
        runner.incidents = store.incidents();
        runner.connections = connections;
        runner.destination = instance;
        runner.settings = settings();
        runner.clock = clock;
        return runner;
    }

    IncidentDeliveries deliveries() {
        IncidentDeliveries deliveries = new IncidentDeliveries();
        deliveries.queue = queue;
        deliveries.audit = (actor, action, connectionId, detail) -> audited.add(actor + " " + action);
        deliveries.due = due;
        deliveries.clock = clock;
        return deliveries;
    }

    public String create(Map<String, String> fields) {
        return IncidentDesks.create(desk, caller, fields).sysId();
    }

    /** A record of the instance with a copy that was adopted from this origin. */
    String adopt(String origin) {
        String sysId = Ids.next();
        Map<String, String> row = new LinkedHashMap<>(
                Map.of("sys_id", sysId, "number", "INC0090000", "state", "1", "correlation_id", "theirs"));
        instance.records.put(sysId, row);
        Incident.Stamp stamp = new Incident.Stamp(clock.instant(), "abel");
        store.incidents()
                .add(new Incident(
                        sysId,
                        connection.id(),
                        "INC0090000",
                        0,
                        Map.of("state", "1"),
                        stamp,
                        stamp,
                        List.of(),
                        null,
                        new InstanceLink(origin, sysId, "INC0090000")));
        return sysId;
    }

    void change(String sysId, Map<String, String> fields) {
        desk.change(caller, sysId, fields);
    }

    public void refuseNextWrite() {
        instance.failNextWrite(FakeInstance.Moment.BEFORE_SAVING, FakeInstance.failure(Kind.REJECTED));
    }

    /** Attempts one delivery; null when none is due. */
    DeliveryResult attemptNext() {
        DeliveryRunner runner = runner();
        Optional<Claim> claim = runner.claimNext();
        if (claim.isEmpty()) {
            return null;
        }
        DeliveryResult result = runner.attempt(claim.get());
        runner.finish(claim.get(), result);
        return result;
    }

    /** Attempts until nothing is due. */
    void attemptAll() {
        while (attemptNext() != null) {
            // The next one.
        }
    }

    List<DeliveryState> states(String sysId) {
        return queue.of(connection.id(), sysId).stream().map(Delivery::state).toList();
    }

    Delivery delivery(String sysId, int place) {
        return queue.of(connection.id(), sysId).get(place - 1);
    }

    private DeliveryOutbox outbox() {
        DeliveryOutbox outbox = new DeliveryOutbox();
        outbox.queue = queue;
        outbox.due = due;
        outbox.clock = clock;
        return outbox;
    }

    private static DeliverySettings settings() {
        DeliverySettings settings = new DeliverySettings();
        settings.settings = Settings.over(new SmallRyeConfigBuilder().build());
        return settings;
    }
}
