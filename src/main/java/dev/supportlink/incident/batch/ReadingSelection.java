package dev.supportlink.incident.batch;

import dev.supportlink.incident.reading.ReadingQueue;
import dev.supportlink.incident.reading.ReadingSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** The connections that one run reads. */
@ApplicationScoped
public class ReadingSelection {

    /** More wait for the next run; it bounds what a run keeps in memory. */
    private static final int MOST = 50_000;

    private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");

    @Inject
    ReadingQueue queue;

    @Inject
    ReadingSettings settings;

    /** Makes everything due when a person asked for everything. */
    void prepare(String selection) {
        if (selection.equals("all")) {
            queue.hasten(LONG_AGO);
        }
    }

    List<String> ids(Instant dueAt) {
        return queue.connectionsDue(dueAt, MOST);
    }

    int partitionsFor(int connections) {
        return Math.max(1, Math.min(connections, settings.partitions()));
    }
}
