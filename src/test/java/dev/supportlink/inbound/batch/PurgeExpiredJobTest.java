package dev.supportlink.inbound.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.inbound.LeftoverRepository;
import dev.supportlink.inbound.Leftovers;
import dev.supportlink.inbound.Purge;
import dev.supportlink.testing.JobBench;
import dev.supportlink.testing.TurnableClock;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Runs {@code purge-expired.xml}. */
class PurgeExpiredJobTest {

    private final TurnableClock clock = new TurnableClock(Instant.parse("2026-03-01T10:00:00Z"));
    private final Rows rows = new Rows();

    @Test
    void runRemovesEveryKindInBatchesAndCountsIt() {
        rows.left.put(Leftovers.Kind.EXPIRED_TOKENS, 2 * Purge.BATCH + 1);
        rows.left.put(Leftovers.Kind.REVOKED_TOKENS, 3);
        rows.left.put(Leftovers.Kind.EXPIRED_PROBES, 1);
        assertThat(waiting().anythingDue()).isTrue();

        JobBench job = job();
        JobExecution ended = job.run("purge-expired", Map.of());

        assertThat(ended.getBatchStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(job.counts(ended))
                .isEqualTo(Map.of("expiredTokens", 2L * Purge.BATCH + 1, "revokedTokens", 3L, "expiredProbes", 1L));
        assertThat(rows.removed).containsExactly(Purge.BATCH, Purge.BATCH, 1, 3, 1);
        assertThat(waiting().anythingDue()).isFalse();
    }

    @Test
    void runWithNothingLeftEndsAtOnce() {
        JobBench job = job();
        JobExecution ended = job.run("purge-expired", Map.of());

        assertThat(ended.getBatchStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(job.counts(ended)).isEmpty();
    }

    @Test
    void failedRunGoesOnWithWhatIsThere() {
        rows.left.put(Leftovers.Kind.EXPIRED_TOKENS, Purge.BATCH + 1);
        rows.failing = true;
        JobBench job = job();
        JobExecution failed = job.run("purge-expired", Map.of());
        assertThat(failed.getBatchStatus()).isEqualTo(BatchStatus.FAILED);

        rows.failing = false;
        JobExecution again = job.restart(failed);

        assertThat(again.getBatchStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(rows.removed).containsExactly(Purge.BATCH, 1);
    }

    private WaitingLeftovers waiting() {
        WaitingLeftovers waiting = new WaitingLeftovers();
        waiting.rows = rows;
        waiting.clock = clock;
        return waiting;
    }

    private JobBench job() {
        Map<String, Supplier<?>> artifacts = Map.of(
                "leftoversReader", this::reader,
                "leftoversWriter", this::writer,
                "purgeHandOversBatchlet", NoHandOvers::new);
        return JobBench.with(artifacts);
    }

    private LeftoversReader reader() {
        LeftoversReader reader = new LeftoversReader();
        reader.rows = rows;
        reader.clock = clock;
        return reader;
    }

    private LeftoversWriter writer() {
        LeftoversWriter writer = new LeftoversWriter();
        writer.rows = rows;
        return writer;
    }

    /** The second step, which has a test of its own. */
    private static final class NoHandOvers extends AbstractBatchlet {

        @Override
        public String process() {
            return "";
        }
    }

    /** As many rows of each kind as the test says. */
    private static final class Rows implements LeftoverRepository {

        private final Map<Leftovers.Kind, Integer> left = new EnumMap<>(Leftovers.Kind.class);
        private final Deque<Integer> removed = new ArrayDeque<>();
        private boolean failing;

        @Override
        public Optional<Leftovers> next(Leftovers.Kind kind, String behind, Instant now, int most) {
            int number = Math.min(most, left.getOrDefault(kind, 0));
            return number == 0
                    ? Optional.empty()
                    : Optional.of(new Leftovers(kind, Collections.nCopies(number, "row"), behind + "r"));
        }

        @Override
        public int remove(Leftovers leftovers) {
            if (failing) {
                throw new IllegalStateException("no database");
            }
            int number = leftovers.ids().size();
            left.merge(leftovers.kind(), -number, Integer::sum);
            removed.add(number);
            return number;
        }

        @Override
        public boolean any(Instant now) {
            return left.values().stream().anyMatch(number -> number > 0);
        }
    }
}
