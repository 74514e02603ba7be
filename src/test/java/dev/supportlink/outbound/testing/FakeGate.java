package dev.supportlink.outbound.testing;

import dev.supportlink.connection.InstanceGate;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Gates in memory. */
@ApplicationScoped
public class FakeGate implements InstanceGate {

    private final Map<String, Instant> closed = new ConcurrentHashMap<>();

    @Override
    public Optional<Instant> closedSince(String instanceOrigin, String userName) {
        return Optional.ofNullable(closed.get(instanceOrigin + "|" + userName));
    }

    @Override
    public void close(String instanceOrigin, String userName, Instant at) {
        closed.putIfAbsent(instanceOrigin + "|" + userName, at);
    }

    @Override
    public void open(String instanceOrigin, String userName) {
        closed.remove(instanceOrigin + "|" + userName);
    }
}
