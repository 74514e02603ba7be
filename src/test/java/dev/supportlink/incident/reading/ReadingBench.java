package dev.supportlink.incident.reading;

import dev.supportlink.connection.Connection;
import dev.supportlink.inbound.InboundCaller;
import dev.supportlink.incident.Incident;
import dev.supportlink.incident.IncidentDesk;
import dev.supportlink.incident.IncidentDesks;
import dev.supportlink.incident.InstanceLink;
import dev.supportlink.incident.JournalEntry;
import dev.supportlink.incident.RemoteIncident;
import dev.supportlink.platform.config.Settings;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.store.incident.IncidentStore;
import dev.supportlink.testing.AuditNotes;
import dev.supportlink.testing.Connections;
import dev.supportlink.testing.InMemoryConnections;
import dev.supportlink.testing.TestDatabase;
import dev.supportlink.testing.TurnableClock;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adoption and refreshing over a real store, an instance in memory and a clock that stands. */
public final class ReadingBench {

    static final String ADOPTED_GROUP = "assignment_group=microsoft";

    final TurnableClock clock = new TurnableClock(Instant.parse("2026-11-20T10:00:00Z"));
    final FakeRecords instance = new FakeRecords();
    final InMemoryConnections connections = new InMemoryConnections();
    final AuditNotes audit = new AuditNotes();
    final IncidentStore store;

    private final TestDatabase database;
    private Connection newest;
    private final LookUps lookUps = new LookUps();
    private final IncidentAdopter adopter = new IncidentAdopter();

    public ReadingBench(TestDatabase database) {
        this.database = database;
        store = new IncidentStore(database);
        store.execute("update incident set read_due_at = null");
        lookUps.settings = settings();
        lookUps.clock = clock;
        adopter.connections = connections;
        adopter.incidents = store.incidents();
        adopter.records = instance;
        adopter.ledger = ledger();
        adopter.lookUps = lookUps;
    }

    /** A connection whose callers may adopt what lies in one group. */
    Connection adopting() {
        return change(connection().withAdoptionQuery(ADOPTED_GROUP));
    }

    public Connection connection() {
        Connection connection = Connections.complete(store.connection(database));
        connections.add(connection);
        newest = connection;
        return connection;
    }

    Connection change(Connection changed) {
        return connections.save(changed);
    }

    IncidentDesk desk() {
        return IncidentDesks.over(
                store,
                (incident, changes) -> store.deliveries().add(incident, changes, clock.instant()),
                clock,
                adopter);
    }

    static InboundCaller caller(Connection connection) {
        return new InboundCaller(connection.id(), "caller", false);
    }

    Incident read(Connection connection, String sysId) {
        return store.incidents().find(connection.id(), sysId).orElseThrow();
    }

    /** A copy that was delivered, and its counterpart. */
    public Incident delivered(Connection connection, Map<String, String> fields) {
        Incident made = IncidentDesks.create(desk(), caller(connection), fields);
        store.execute("update delivery set state = 'delivered' where incident_sys_id = ?", made.sysId());
        String there = instance.add(fields);
        instance.change(there, Map.of("correlation_id", made.sysId(), "correlation_display", ""));
        store.incidents().link(made.sysId(), new InstanceLink("https://contoso.service-now.com", there, "INC0090000"));
        return read(connection, made.sysId());
    }

    public CopyRefresher refresher() {
        CopyRefresher refresher = new CopyRefresher();
        refresher.connections = connections;
        refresher.queue = store.readings();
        refresher.records = instance;
        refresher.ledger = ledger();
        refresher.next = new NextReading();
        refresher.next.settings = settings();
        refresher.clock = clock;
        return refresher;
    }

    /** One run a little later than the one before. */
    ConnectionReading refresh(Connection connection) {
        clock.advance(Duration.ofMinutes(5));
        return refresher().refresh(connection.id(), clock.instant());
    }

    public ReadingQueue queue() {
        return store.readings();
    }

    public Clock clock() {
        return clock;
    }

    public void later() {
        clock.advance(Duration.ofMinutes(5));
    }

    /** Lets the instance of the connection that was made last fail. */
    public void failNewest() {
        instance.fail(newest, UpstreamException.Kind.UNAVAILABLE);
    }

    /** As if everything had been looked at a moment ago, and had ended. */
    public void nothingDue() {
        store.execute("update incident set read_due_at = null");
    }

    public static ReadingSettings settings() {
        ReadingSettings settings = new ReadingSettings();
        settings.settings = Settings.over(new SmallRyeConfigBuilder().build());
        return settings;
    }

    private CopyLedger ledger() {
        CopyLedger ledger = new CopyLedger() {
            @Override
            public Optional<Incident> adopt(
                    LookUp lookUp, RemoteIncident record, List<JournalEntry> journal, InboundCaller caller) {
                return store.inTransaction(() -> super.adopt(lookUp, record, journal, caller));
            }

            @Override
            public Optional<Refreshed> refresh(CopyToRead asked, InstanceLink link, Counterpart counterpart) {
                return store.inTransaction(() -> super.refresh(asked, link, counterpart));
            }
        };
        ledger.connections = connections;
        ledger.incidents = store.incidents();
        ledger.deliveries = store.deliveries();
        ledger.audit = audit;
        ledger.clock = clock;
        return ledger;
    }
}
