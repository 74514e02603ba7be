package dev.supportlink.connection;

import dev.supportlink.testing.AuditNotes;
import dev.supportlink.testing.RecordedEvents;
import java.time.Clock;
import java.util.function.Consumer;

/** Registries for tests of what follows from a change. */
public final class Registries {

    private Registries() {}

    /** One over these connections that tells this observer of changes. */
    public static ConnectionRegistry of(ConnectionRepository connections, Consumer<ConnectionChanged> observer) {
        ConnectionRegistry registry = new ConnectionRegistry();
        registry.connections = connections;
        registry.changed = new RecordedEvents<>(observer);
        registry.audit = new AuditNotes();
        registry.clock = Clock.systemUTC();
        return registry;
    }
}
