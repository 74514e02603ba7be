package dev.supportlink.setup;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Instance;
import java.util.Map;
import java.util.Optional;

/** A connection and everything stored about its steps: what a step looks at to describe itself. */
public record PlanContext(Connection connection, Map<StepId, StepRecord> records) {

    public StepRecord record(StepId step) {
        return Optional.ofNullable(records.get(step)).orElseGet(() -> StepRecord.untouched(step));
    }

    /** The steps that this connection's plan has. */
    public PlanDefinition definition() {
        return PlanDefinition.of(connection);
    }

    public Optional<Instance> instance() {
        return Optional.ofNullable(connection.instance());
    }

    public boolean withoutInstance() {
        return connection.instance() == null;
    }
}
