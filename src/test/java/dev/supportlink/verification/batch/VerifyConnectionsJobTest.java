package dev.supportlink.verification.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.connection.ConnectionNotFound;
import dev.supportlink.connection.Health;
import dev.supportlink.connection.HealthRecord;
import dev.supportlink.job.batch.TallyAnalyzer;
import dev.supportlink.platform.config.Settings;
import dev.supportlink.testing.Connections;
import dev.supportlink.testing.InMemoryConnections;
import dev.supportlink.testing.JobBench;
import dev.supportlink.verification.ConnectionVerifier;
import dev.supportlink.verification.Trigger;
import dev.supportlink.verification.Verification;
import dev.supportlink.verification.VerificationSettings;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Runs {@code verify-connections.xml} with a verifier that the test controls. */
class VerifyConnectionsJobTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final InMemoryConnections connections = new InMemoryConnections();
    private final ScriptedVerifier verifier = new ScriptedVerifier();

    @Test
    void scheduledRunVerifiesWhatIsDueAndNothingElse() {
        due("a", NOW.minusSeconds(1));
        due("b", null);
        due("c", NOW.plusSeconds(1));

        JobExecution ended = bench(4).run("verify-connections", Map.of("selection", "due"));

        assertThat(ended.getBatchStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(verifier.verified).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void runStartedByHandVerifiesEveryConnectionOnce() {
        IntStream.range(0, 230).forEach(number -> due("id" + number, NOW.plusSeconds(60)));

        JobBench bench = bench(8);
        JobExecution ended = bench.run("verify-connections", Map.of("selection", "all"));

        assertThat(verifier.verified).hasSize(230).doesNotHaveDuplicates();
        assertThat(bench.counts(ended)).containsEntry("connections", 230L).containsEntry("passed", 230L);
    }

    @Test
    void failingConnectionsDoNotFailTheJob() {
        due("good", null);
        due("bad", null);
        verifier.failing.add("bad");

        JobBench bench = bench(2);
        JobExecution ended = bench.run("verify-connections", Map.of("selection", "due"));

        assertThat(ended.getBatchStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(bench.counts(ended)).isEqualTo(Map.of("connections", 2L, "passed", 1L, "failed", 1L));
    }

    @Test
    void connectionThatVanishedMeanwhileIsSkipped() {
        due("gone", null);
        due("here", null);
        verifier.vanished.add("gone");

        JobBench bench = bench(1);
        JobExecution ended = bench.run("verify-connections", Map.of("selection", "due"));

        assertThat(ended.getBatchStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(bench.counts(ended)).containsEntry("removed", 1L).containsEntry("connections", 1L);
    }

    @Test
    void runWithNothingDueEndsAtOnce() {
        JobBench bench = bench(4);
        JobExecution ended = bench.run("verify-connections", Map.of("selection", "due"));

        assertThat(ended.getBatchStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(bench.counts(ended)).isEmpty();
    }

    @Test
    void restartGoesOnBehindTheLastVerifiedConnection() {
        IntStream.range(0, 10).forEach(number -> due("id" + number, null));
        verifier.breakingAt = "id6";

        JobBench bench = bench(1);
        JobExecution broken = bench.run("verify-connections", Map.of("selection", "all"));
        List<String> before = List.copyOf(verifier.verified);
        verifier.breakingAt = null;
        JobExecution ended = bench.restart(broken);

        assertThat(broken.getBatchStatus()).isEqualTo(BatchStatus.FAILED);
        assertThat(before).containsExactly("id0", "id1", "id2", "id3", "id4", "id5");
        assertThat(ended.getBatchStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(verifier.verified).hasSize(10).doesNotHaveDuplicates();
    }

    private void due(String id, Instant nextVerificationAt) {
        connections.add(Connections.complete(id));
        connections.recordHealth(id, new HealthRecord(Health.UNCHECKED, null, null, nextVerificationAt));
    }

    private JobBench bench(int partitions) {
        Map<String, Supplier<?>> artifacts = Map.of(
                "connectionPartitionMapper", () -> mapper(partitions),
                "connectionReader", this::reader,
                "verifyConnectionProcessor", this::processor,
                "verificationWriter", VerificationWriter::new,
                "vanishedConnectionListener", VanishedConnectionListener::new,
                "tallyAnalyzer", TallyAnalyzer::new);
        return JobBench.with(artifacts);
    }

    private ConnectionPartitionMapper mapper(int partitions) {
        ConnectionPartitionMapper mapper = new ConnectionPartitionMapper();
        mapper.connections = selection();
        mapper.settings = settings(partitions);
        mapper.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return mapper;
    }

    private ConnectionReader reader() {
        ConnectionReader reader = new ConnectionReader();
        reader.connections = selection();
        return reader;
    }

    private VerifyConnectionProcessor processor() {
        VerifyConnectionProcessor processor = new VerifyConnectionProcessor();
        processor.verifier = verifier;
        return processor;
    }

    private ConnectionSelection selection() {
        ConnectionSelection selection = new ConnectionSelection();
        selection.connections = connections;
        return selection;
    }

    private static VerificationSettings settings(int partitions) {
        return VerificationSettings.over(Settings.over(new SmallRyeConfigBuilder()
                .withDefaultValue("supportlink.verification.partitions", Integer.toString(partitions))
                .build()));
    }

    /** Ends every verification at once, as the test says. */
    private static class ScriptedVerifier implements ConnectionVerifier {

        final ConcurrentLinkedQueue<String> verified = new ConcurrentLinkedQueue<>();
        final Set<String> failing = ConcurrentHashMap.newKeySet();
        final Set<String> vanished = ConcurrentHashMap.newKeySet();
        volatile String breakingAt;

        @Override
        public Verification run(String connectionId, Trigger trigger, String actor) {
            assertThat(trigger).isEqualTo(Trigger.SCHEDULE);
            if (vanished.contains(connectionId)) {
                throw new ConnectionNotFound(connectionId);
            }
            if (connectionId.equals(breakingAt)) {
                throw new IllegalStateException("the database is gone");
            }
            verified.add(connectionId);
            Verification.Status status =
                    failing.contains(connectionId) ? Verification.Status.FAILED : Verification.Status.PASSED;
            return new Verification("v-" + connectionId, connectionId, trigger, status, NOW, NOW, List.of());
        }

        @Override
        public Verification start(String connectionId, Trigger trigger, String actor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Verification await(String verificationId, Duration atMost) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Verification> newest(String connectionId) {
            return Optional.empty();
        }
    }
}
