package dev.supportlink.incident.batch;

import dev.supportlink.incident.reading.ConnectionReading;
import dev.supportlink.job.Tally;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;

/** Counts what was read; the copies are stored already. */
@Dependent
@Named
public class ReadingResultWriter extends AbstractItemWriter {

    @Inject
    StepContext step;

    @Override
    public void writeItems(List<Object> readings) {
        readings.stream().map(ConnectionReading.class::cast).forEach(reading -> {
            count("connections", 1);
            count(reading.end().name().toLowerCase(Locale.ROOT), 1);
            count("incidents", reading.copies());
            count("changed", reading.changed());
            count("missing", reading.missing());
        });
    }

    private void count(String name, int times) {
        if (times > 0) {
            Tally.count(step, name, times);
        }
    }
}
