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

    @Inject
    ReadingQueue queue;

    @Inject
    ReadingSettings settings;

    /** Whether a person asked for everything. */
    static boolean isAll(String selection) {
        return selection.equals("all");
    }

    List<String> ids(String selection, Instant dueAt) {
        return isAll(selection) ? queue.connectionsLinked(MOST) : queue.connectionsDue(dueAt, MOST);
    }

    int partitionsFor(int connections) {
        return Math.max(1, Math.min(connections, settings.partitions()));
    }
}
