package dev.supportlink.outbound.testing;

import dev.supportlink.outbound.http.Pauser;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes the pauses down instead of waiting. */
@Alternative
@Priority(1)
@ApplicationScoped
public class RecordingPauser implements Pauser {

    private final List<Duration> pauses = new CopyOnWriteArrayList<>();

    @Override
    public void pause(Duration time) {
        pauses.add(time);
    }

    /** Forgets the pauses so far. */
    public void clear() {
        pauses.clear();
    }

    /** The pauses so far. */
    public List<Duration> pauses() {
        return List.copyOf(pauses);
    }
}
