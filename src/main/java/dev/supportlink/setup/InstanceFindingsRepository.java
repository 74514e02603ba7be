package dev.supportlink.setup;

import dev.supportlink.connection.Connection;
import java.util.Optional;

/** Keeps what a person's script found at an instance, one document per connection. */
public interface InstanceFindingsRepository {

    /** Keeps it for the connection's present instance, in place of what was kept before. */
    void save(Connection connection, InstanceFindings findings, String actor);

    /** What is kept about the present instance, its present user and its present client; empty otherwise. */
    Optional<InstanceFindings> of(Connection connection);
}
