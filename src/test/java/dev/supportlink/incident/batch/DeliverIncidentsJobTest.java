package dev.supportlink.incident.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.incident.delivery.DeliveryBench;
import dev.supportlink.testing.JobBench;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Runs {@code deliver-incidents.xml} over a real queue. */
class DeliverIncidentsJobTest {

    private final DeliveryBench bench = new DeliveryBench();

    @Test
    void runDeliversWhatIsDueInOrderAndCountsIt() {
        bench.create(Map.of("description", "one", "work_notes", "note"));
        bench.create(Map.of("description", "two"));
        WaitingDeliveries waiting = new WaitingDeliveries();
        waiting.runner = bench.runner();
        assertThat(waiting.anythingDue()).isTrue();

        JobBench job = job();
        JobExecution ended = job.run("deliver-incidents", Map.of());

        assertThat(ended.getBatchStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(job.counts(ended)).isEqualTo(Map.of("delivered", 3L));
        assertThat(waiting.anythingDue()).isFalse();
    }

    @Test
    void runWithNothingDueEndsAtOnce() {
        JobBench job = job();
        JobExecution ended = job.run("deliver-incidents", Map.of());

        assertThat(ended.getBatchStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(job.counts(ended)).isEmpty();
    }

    @Test
    void failedDeliveriesDoNotFailTheJob() {
        bench.create(Map.of("description", "one"));
        bench.refuseNextWrite();
        bench.create(Map.of("description", "two"));

        JobBench job = job();
        JobExecution ended = job.run("deliver-incidents", Map.of());

        assertThat(ended.getBatchStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(job.counts(ended)).isEqualTo(Map.of("delivered", 1L, "failed", 1L));
    }

    private JobBench job() {
        Map<String, Supplier<?>> artifacts = Map.of(
                "deliveryReader", this::reader,
                "attemptDeliveryProcessor", this::processor,
                "deliveryResultWriter", this::writer);
        return JobBench.with(artifacts);
    }

    private DeliveryReader reader() {
        DeliveryReader reader = new DeliveryReader();
        reader.runner = bench.runner();
        return reader;
    }

    private AttemptDeliveryProcessor processor() {
        AttemptDeliveryProcessor processor = new AttemptDeliveryProcessor();
        processor.runner = bench.runner();
        return processor;
    }

    private DeliveryResultWriter writer() {
        DeliveryResultWriter writer = new DeliveryResultWriter();
        writer.runner = bench.runner();
        return writer;
    }
}
