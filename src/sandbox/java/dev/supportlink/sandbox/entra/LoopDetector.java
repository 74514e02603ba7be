package dev.supportlink.sandbox.entra;

import dev.supportlink.sandbox.state.Simulation;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Refuses an application that keeps asking for the token it already has. */
final class LoopDetector {

    private final Simulation simulation;
    private final EntraBehaviour behaviour;
    private final Map<String, Deque<Instant>> issued = new ConcurrentHashMap<>();

    LoopDetector(Simulation simulation, EntraBehaviour behaviour) {
        this.simulation = simulation;
        this.behaviour = behaviour;
    }

    void count(Application application, String resource) {
        if (behaviour.loopLimit() < Integer.MAX_VALUE) {
            issued.compute(application.appId() + " " + resource, (key, times) -> counted(application, times));
        }
    }

    private Deque<Instant> counted(Application application, @Nullable Deque<Instant> earlier) {
        Deque<Instant> times = earlier == null ? new ArrayDeque<>() : earlier;
        Instant windowStart = simulation.now().minus(behaviour.loopWindow());
        times.removeIf(time -> time.isBefore(windowStart));
        if (times.size() >= behaviour.loopLimit()) {
            throw Aadsts.LOOP_DETECTED.about(application.appId());
        }
        times.addLast(simulation.now());
        return times;
    }
}
