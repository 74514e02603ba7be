package dev.supportlink.testing;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.ConnectionFilter;
import dev.supportlink.connection.ConnectionNameTaken;
import dev.supportlink.connection.ConnectionRepository;
import dev.supportlink.connection.HealthRecord;
import dev.supportlink.platform.page.PageRequest;
import dev.supportlink.platform.page.Slice;
import dev.supportlink.platform.problem.StaleRevision;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Connections in memory, with the contract of the stored ones as far as one thread at a time can see it. */
public class InMemoryConnections implements ConnectionRepository {

    private final Map<String, Connection> byId = new ConcurrentHashMap<>();

    @Override
    public void add(Connection connection) {
        if (all().anyMatch(other -> other.name().equalsIgnoreCase(connection.name()))) {
            throw new ConnectionNameTaken(connection.name());
        }
        byId.put(connection.id(), connection);
    }

    @Override
    public Optional<Connection> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public Optional<Connection> findNamed(String name) {
        return all().filter(one -> one.name().equalsIgnoreCase(name)).findFirst();
    }

    @Override
    public Connection lock(String id) {
        return get(id);
    }

    @Override
    public Connection save(Connection changed) {
        Connection stored = get(changed.id());
        if (stored.revision() != changed.revision()) {
            throw new StaleRevision("The connection");
        }
        Connection next = copy(changed, changed.revision() + 1, stored.health(), stored.writeProvenAt());
        byId.put(next.id(), next);
        return next;
    }

    @Override
    public void recordHealth(String id, HealthRecord health) {
        byId.computeIfPresent(id, (same, old) -> copy(old, old.revision(), health, old.writeProvenAt()));
    }

    @Override
    public void recordWriteProof(String id, Instant at) {
        byId.computeIfPresent(id, (same, old) -> copy(old, old.revision(), old.health(), at));
    }

    @Override
    public void remove(String id) {
        byId.remove(id);
    }

    /** Ordered by name; the cursor is the last name. Knows the filter by health and by ids only. */
    @Override
    public Slice<Connection> list(ConnectionFilter filter, PageRequest page) {
        List<Connection> found = all().filter(
                        one -> filter.health() == null || one.health().health() == filter.health())
                .filter(one -> filter.ids() == null || filter.ids().contains(one.id()))
                .filter(one -> page.cursor() == null || one.name().compareTo(page.cursor()) > 0)
                .sorted(Comparator.comparing(Connection::name))
                .limit(page.limit() + 1L)
                .toList();
        boolean more = found.size() > page.limit();
        List<Connection> shown = more ? found.subList(0, page.limit()) : found;
        return new Slice<>(shown, more ? shown.get(shown.size() - 1).name() : null);
    }

    @Override
    public List<String> dueForVerification(Instant now, int limit) {
        Comparator<Instant> longest = Comparator.nullsFirst(Comparator.naturalOrder());
        return all().filter(one -> !next(one).isAfter(now))
                .sorted(Comparator.comparing(one -> one.health().nextVerificationAt(), longest))
                .limit(limit)
                .map(Connection::id)
                .toList();
    }

    private Stream<Connection> all() {
        return byId.values().stream();
    }

    private static Instant next(Connection connection) {
        Instant next = connection.health().nextVerificationAt();
        return next == null ? Instant.MIN : next;
    }

    private static Connection copy(Connection of, long revision, HealthRecord health, Instant writeProvenAt) {
        return new Connection(
                of.id(),
                revision,
                of.name(),
                of.tenant(),
                of.instance(),
                of.setupType(),
                of.environment(),
                of.inboundMode(),
                of.setupState(),
                health,
                of.createdAt(),
                of.entraClientId(),
                of.restApplications(),
                of.sheetConfirmedAt(),
                writeProvenAt,
                of.adoptionQuery());
    }
}
