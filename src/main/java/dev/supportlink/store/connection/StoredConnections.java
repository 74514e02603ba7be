package dev.supportlink.store.connection;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.ConnectionFilter;
import dev.supportlink.connection.ConnectionNameTaken;
import dev.supportlink.connection.ConnectionNotFound;
import dev.supportlink.connection.ConnectionRepository;
import dev.supportlink.connection.HealthRecord;
import dev.supportlink.platform.page.PageRequest;
import dev.supportlink.platform.page.Slice;
import dev.supportlink.platform.problem.StaleRevision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Connections in the database. */
@ApplicationScoped
@Transactional
public class StoredConnections implements ConnectionRepository {

    @PersistenceContext(unitName = "supportlink")
    EntityManager entities;

    @Override
    public void add(Connection connection) {
        refuseTakenName(connection);
        ConnectionRow row = new ConnectionRow();
        row.id = connection.id();
        row.revision = connection.revision();
        row.createdAt = connection.createdAt();
        row.writeProvenAt = connection.writeProvenAt();
        row.definition(connection);
        row.health(connection.health());
        entities.persist(row);
        flushName(connection);
    }

    @Override
    public Optional<Connection> find(String id) {
        return Optional.ofNullable(entities.find(ConnectionRow.class, id)).map(ConnectionRow::toConnection);
    }

    @Override
    public Optional<Connection> findNamed(String name) {
        return entities.createQuery("select c from ConnectionRow c where c.nameKey = :name", ConnectionRow.class)
                .setParameter("name", ConnectionRow.keyOf(name))
                .getResultStream()
                .findFirst()
                .map(ConnectionRow::toConnection);
    }

    @Override
    public Connection lock(String id) {
        return locked(id).toConnection();
    }

    @Override
    public Connection save(Connection changed) {
        ConnectionRow row = locked(changed.id());
        if (row.revision != changed.revision()) {
            throw new StaleRevision("The connection");
        }
        if (!row.nameKey.equals(ConnectionRow.keyOf(changed.name()))) {
            refuseTakenName(changed);
        }
        row.definition(changed);
        row.revision++;
        flushName(changed);
        return row.toConnection();
    }

    @Override
    public void recordHealth(String id, HealthRecord health) {
        locked(id).health(health);
    }

    @Override
    public void recordWriteProof(String id, @Nullable Instant at) {
        locked(id).writeProvenAt = at;
    }

    @Override
    public void remove(String id) {
        entities.remove(locked(id));
        entities.flush();
    }

    @Override
    public Slice<Connection> list(ConnectionFilter filter, PageRequest page) {
        List<ConnectionRow> rows = new ConnectionQuery(entities, filter, page).rows();
        boolean more = rows.size() > page.limit();
        List<ConnectionRow> shown = more ? rows.subList(0, page.limit()) : rows;
        String next = more ? shown.get(shown.size() - 1).nameKey : null;
        return new Slice<>(shown.stream().map(ConnectionRow::toConnection).toList(), ConnectionQuery.cursor(next));
    }

    @Override
    public List<String> dueForVerification(Instant now, int limit) {
        return entities.createQuery(
                        "select c.id from ConnectionRow c"
                                + " where c.nextVerificationAt is null or c.nextVerificationAt <= :now"
                                + " order by c.nextVerificationAt nulls first, c.id",
                        String.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    private ConnectionRow locked(String id) {
        ConnectionRow row = entities.find(ConnectionRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            throw new ConnectionNotFound(id);
        }
        entities.refresh(row);
        return row;
    }

    private void refuseTakenName(Connection connection) {
        Long others = entities.createQuery(
                        "select count(c) from ConnectionRow c where c.nameKey = :name and c.id <> :id", Long.class)
                .setParameter("name", ConnectionRow.keyOf(connection.name()))
                .setParameter("id", connection.id())
                .getSingleResult();
        if (others > 0) {
            throw new ConnectionNameTaken(connection.name());
        }
    }

    /** Two that take the same name at the same moment both pass the look; the database lets one through. */
    private void flushName(Connection connection) {
        try {
            entities.flush();
        } catch (PersistenceException refused) {
            throw new ConnectionNameTaken(connection.name());
        }
    }
}
