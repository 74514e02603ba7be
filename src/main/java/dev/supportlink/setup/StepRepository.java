package dev.supportlink.setup;

import java.util.Map;

/** Keeps what was answered, per connection and step. */
public interface StepRepository {

    /** The stored records; a step that was never answered has none. */
    Map<StepId, StepRecord> of(String connectionId);

    /**
     * Stores a record whose revision is one more than the stored one; {@link
     * dev.supportlink.platform.problem.StaleRevision} otherwise.
     */
    void save(String connectionId, StepRecord next);
}
