package dev.supportlink.outbound.testing;

import dev.supportlink.connection.Connection;
import dev.supportlink.setup.InstanceFindings;
import dev.supportlink.setup.InstanceFindingsRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Findings in memory. */
@ApplicationScoped
public class FakeFindings implements InstanceFindingsRepository {

    private final Map<String, InstanceFindings> kept = new ConcurrentHashMap<>();

    @Override
    public void save(Connection connection, InstanceFindings findings, String actor) {
        kept.put(connection.id(), findings);
    }

    @Override
    public Optional<InstanceFindings> of(Connection connection) {
        return Optional.ofNullable(kept.get(connection.id()))
                .filter(findings -> findings.about(Objects.requireNonNull(connection.instance())));
    }
}
