package dev.supportlink.incident.batch;

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

/** Reads the ids of one partition's connections that have copies to read; reading one again does no harm. */
@Dependent
@Named
public class ReadConnectionReader extends AbstractItemReader {

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
    ReadingSelection connections;

    private final Deque<String> waiting = new ArrayDeque<>();

    @Override
    public void open(@Nullable Serializable checkpoint) {
        connections.ids(selection, Instant.parse(dueAt)).stream()
                .filter(this::mine)
                .forEach(waiting::add);
    }

    @Override
    public @Nullable String readItem() {
        return waiting.poll();
    }

    private boolean mine(String id) {
        return Math.floorMod(id.hashCode(), Integer.parseInt(partitions)) == Integer.parseInt(partition);
    }
}
