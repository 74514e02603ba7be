package dev.supportlink.incident.batch;

import dev.supportlink.incident.reading.ConnectionReading;
import dev.supportlink.incident.reading.CopyRefresher;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;

/** Brings one connection's copies up to date; the job carries no failures of connections. */
@Dependent
@Named
public class ReadIncidentsProcessor implements ItemProcessor {

    @Inject
    @BatchProperty
    String selection;

    @Inject
    @BatchProperty
    String dueAt;

    @Inject
    CopyRefresher refresher;

    @Override
    public ConnectionReading processItem(Object id) {
        Instant begunAt = Instant.parse(dueAt);
        return ReadingSelection.isAll(selection)
                ? refresher.refreshAll((String) id, begunAt)
                : refresher.refresh((String) id, begunAt);
    }
}
