package dev.supportlink.incident.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.incident.reading.ReadingBench;
import dev.supportlink.job.batch.TallyAnalyzer;
import dev.supportlink.testing.JobBench;
import dev.supportlink.testing.TestDatabase;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Runs {@code read-incidents.xml} over a real store. */
class ReadIncidentsJobTest {

    private final ReadingBench bench = new ReadingBench(TestDatabase.H2);

    @Test
    void connectionsAreReadSideBySideAndOneThatFailsDoesNotStopTheOthers() {
        for (int number = 0; number < 12; number++) {
            bench.delivered(bench.connection(), Map.of("description", "x"));
        }
        bench.failNewest();
        bench.later();

        JobBench job = job();
        JobExecution ended = job.run("read-incidents", Map.of());

        assertThat(ended.getBatchStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(job.counts(ended))
                .containsEntry("connections", 12L)
                .containsEntry("complete", 11L)
                .containsEntry("unreachable", 1L)
                .containsEntry("incidents", 11L);
        assertThat(due().anythingDue()).isTrue();
    }

    @Test
    void runByHandReadsWhatIsNotDueToo() {
        bench.delivered(bench.connection(), Map.of());
        bench.nothingDue();
        assertThat(due().anythingDue()).isFalse();

        JobBench job = job();
        assertThat(job.counts(job.run("read-incidents", Map.of()))).isEmpty();
        assertThat(job.counts(job.run("read-incidents", Map.of("selection", "all"))))
                .containsEntry("incidents", 1L);
    }

    private ReadingsDue due() {
        ReadingsDue due = new ReadingsDue();
        due.queue = bench.queue();
        due.clock = bench.clock();
        return due;
    }

    private JobBench job() {
        Map<String, Supplier<?>> artifacts = Map.of(
                "readingPartitionMapper", this::mapper,
                "readConnectionReader", this::reader,
                "readIncidentsProcessor", this::processor,
                "readingResultWriter", ReadingResultWriter::new,
                "tallyAnalyzer", TallyAnalyzer::new);
        return JobBench.with(artifacts);
    }

    private ReadingPartitionMapper mapper() {
        ReadingPartitionMapper mapper = new ReadingPartitionMapper();
        mapper.connections = selection();
        mapper.clock = bench.clock();
        return mapper;
    }

    private ReadConnectionReader reader() {
        ReadConnectionReader reader = new ReadConnectionReader();
        reader.connections = selection();
        return reader;
    }

    private ReadIncidentsProcessor processor() {
        ReadIncidentsProcessor processor = new ReadIncidentsProcessor();
        processor.refresher = bench.refresher();
        return processor;
    }

    private ReadingSelection selection() {
        ReadingSelection selection = new ReadingSelection();
        selection.queue = bench.queue();
        selection.settings = ReadingBench.settings();
        return selection;
    }
}
