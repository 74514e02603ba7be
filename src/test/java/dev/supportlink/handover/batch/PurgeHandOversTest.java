package dev.supportlink.handover.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.handover.EndedHandOvers;
import dev.supportlink.job.Job;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The step of {@code purge-expired} that looks after hand-overs. */
class PurgeHandOversTest {

    private final Batches rows = new Batches();

    @Test
    void goesOnUntilABatchIsNotFull() {
        rows.left.addAll(List.of(EndedHandOvers.BATCH, EndedHandOvers.BATCH, 7, 99));
        PurgeHandOversBatchlet batchlet = new PurgeHandOversBatchlet();
        batchlet.ended = rows;

        assertThat(batchlet.process()).isEqualTo("endedHandOvers=207");
        assertThat(rows.left).containsExactly(99);
    }

    @Test
    void countsNothingWhereNothingIsLeft() {
        PurgeHandOversBatchlet batchlet = new PurgeHandOversBatchlet();
        batchlet.ended = rows;

        assertThat(batchlet.process()).isEmpty();
    }

    @Test
    void stopsBetweenBatches() {
        rows.left.addAll(List.of(EndedHandOvers.BATCH, EndedHandOvers.BATCH));
        PurgeHandOversBatchlet batchlet = new PurgeHandOversBatchlet();
        batchlet.ended = rows;
        rows.afterBatch = batchlet::stop;

        assertThat(batchlet.process()).isEqualTo("endedHandOvers=" + EndedHandOvers.BATCH);
        assertThat(rows.left).hasSize(1);
    }

    @Test
    void isDueWhenSomethingHasEnded() {
        WaitingHandOvers waiting = new WaitingHandOvers();
        waiting.ended = rows;

        assertThat(waiting.job()).isEqualTo(Job.PURGE_EXPIRED);
        assertThat(waiting.anythingDue()).isFalse();
        rows.left.add(1);
        assertThat(waiting.anythingDue()).isTrue();
    }

    /** So many rows for each call. */
    private static final class Batches extends EndedHandOvers {

        private final Deque<Integer> left = new ArrayDeque<>();
        private Runnable afterBatch = () -> {};

        @Override
        public int remove() {
            int removed = left.isEmpty() ? 0 : left.remove();
            afterBatch.run();
            return removed;
        }

        @Override
        public boolean any() {
            return !left.isEmpty();
        }
    }
}
