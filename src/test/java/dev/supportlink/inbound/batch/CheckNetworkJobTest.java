package dev.supportlink.inbound.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.inbound.allowlist.NetworkBench;
import dev.supportlink.job.Job;
import dev.supportlink.testing.JobBench;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Runs {@code check-network.xml} over name servers that say what they are told. */
class CheckNetworkJobTest {

    @Test
    void runKeepsFindingsAndCountsThem() {
        NetworkBench network = new NetworkBench("52.149.152.32", "40.83.232.243");
        network.resolves(NetworkBench.CONNECTOR, "52.149.152.32", "203.0.113.7", "203.0.113.8");

        JobBench job = job(network);
        JobExecution ended = job.run("check-network", Map.of());

        assertThat(ended.getBatchStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(job.counts(ended))
                .isEqualTo(Map.of(
                        "resolved", 3L,
                        "missing", 2L,
                        "noLongerResolved", 1L,
                        "noSuchHost", 0L,
                        "noAnswer", 0L,
                        "publicUrlUnresolved", 0L));
        assertThat(network.stored.newest()).isPresent();
    }

    @Test
    void closedConnectorDoesNotFailTheJob() {
        JobBench job = job(new NetworkBench("52.149.152.32"));
        JobExecution ended = job.run("check-network", Map.of());

        assertThat(ended.getBatchStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(job.counts(ended)).containsEntry("noSuchHost", 1L).containsEntry("missing", 0L);
    }

    @Test
    void everyTickIsALook() {
        NetworkChecks checks = new NetworkChecks();

        assertThat(checks.job()).isEqualTo(Job.CHECK_NETWORK);
        assertThat(checks.anythingDue()).isTrue();
    }

    private static JobBench job(NetworkBench network) {
        Supplier<CheckNetworkBatchlet> batchlet = () -> {
            CheckNetworkBatchlet made = new CheckNetworkBatchlet();
            made.checker = network.checker();
            return made;
        };
        return JobBench.with(Map.of("checkNetworkBatchlet", batchlet));
    }
}
