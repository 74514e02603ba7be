package dev.supportlink.store.setup;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Instance;
import dev.supportlink.setup.FindingsReader;
import dev.supportlink.setup.InstanceFindings;
import dev.supportlink.setup.InstanceFindingsRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

/** What was found at instances, in the database. */
@ApplicationScoped
@Transactional
public class StoredInstanceFindings implements InstanceFindingsRepository {

    @PersistenceContext(unitName = "supportlink")
    EntityManager entities;

    @Inject
    Clock clock;

    @Override
    public void save(Connection connection, InstanceFindings findings, String actor) {
        InstanceFindingsRow row = new InstanceFindingsRow();
        row.connectionId = connection.id();
        row.instanceOrigin = Objects.requireNonNull(connection.instance()).origin();
        row.document = findings.toJson(connection.id()).toString();
        row.pastedAt = clock.instant();
        row.pastedBy = actor;
        entities.merge(row);
        entities.flush();
    }

    @Override
    public Optional<InstanceFindings> of(Connection connection) {
        Instance instance = connection.instance();
        return instance == null
                ? Optional.empty()
                : Optional.ofNullable(entities.find(InstanceFindingsRow.class, connection.id()))
                        .filter(row -> row.instanceOrigin.equals(instance.origin()))
                        .map(row -> new FindingsReader(connection.id()).kept(row.document))
                        .filter(findings -> findings.about(instance));
    }
}
