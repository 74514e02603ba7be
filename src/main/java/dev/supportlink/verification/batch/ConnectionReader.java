package dev.supportlink.verification.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Reads the ids of one partition's connections; after a restart, those behind the last one that was verified. */
@Dependent
@Named
public class ConnectionReader extends AbstractItemReader {

    @Inject
    @BatchProperty
    String selection;

    @Inject
    @BatchProperty
    String dueAt;

    @Inject
    @BatchProperty
    String partition;

    @Inject
    @BatchProperty
    String partitions;

    @Inject
    ConnectionSelection connections;

    private final Deque<String> waiting = new ArrayDeque<>();
    private @Nullable String last;

    @Override
    public void open(@Nullable Serializable checkpoint) {
        last = checkpoint instanceof ConnectionCheckpoint place ? place.lastId() : null;
        connections.ids(selection, Instant.parse(dueAt)).stream()
                .filter(this::mine)
                .filter(id -> last == null || id.compareTo(last) > 0)
                .forEach(waiting::add);
    }

    @Override
    public @Nullable String readItem() {
        String next = waiting.poll();
        last = next == null ? last : next;
        return next;
    }

    @Override
    public @Nullable Serializable checkpointInfo() {
        return last == null ? null : new ConnectionCheckpoint(last);
    }

    private boolean mine(String id) {
        return Math.floorMod(id.hashCode(), Integer.parseInt(partitions)) == Integer.parseInt(partition);
    }
}
