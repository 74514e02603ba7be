package dev.supportlink.store.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.job.Execution;
import dev.supportlink.job.ExecutionRepository;
import dev.supportlink.job.Job;
import dev.supportlink.job.Tally;
import dev.supportlink.platform.page.PageRequest;
import dev.supportlink.platform.page.Slice;
import dev.supportlink.platform.text.Ids;
import dev.supportlink.testing.TestDatabase;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The stored executions on both databases. */
class StoredExecutionsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    @AfterEach
    void removeExecutions() {
        for (TestDatabase database : TestDatabase.values()) {
            database.run(entities ->
                    entities.createQuery("delete from ExecutionRow e").executeUpdate());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyJobHasARowToLock(TestDatabase database) {
        for (Job job : Job.values()) {
            stored(database).lock(job);
        }
    }

    @ParameterizedTest
    @EnumSource
    void endIsStoredOnce(TestDatabase database) {
        ExecutionRepository stored = stored(database);
        Execution running = running(NOW);
        stored.add(running, "node", NOW.plusSeconds(120));
        stored.attach(running.id(), 42);
        Execution ended = with(running, Execution.Status.COMPLETED, NOW.plusSeconds(5), Map.of("passed", 2L));
        stored.end(ended);
        stored.end(with(running, Execution.Status.FAILED, NOW.plusSeconds(9), Map.of()));

        assertThat(stored.find(running.id())).contains(ended);
        assertThat(stored.newest(Job.VERIFY_CONNECTIONS)).contains(ended);
        assertThat(stored.running()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void leaseIsRenewedByItsNodeOnly(TestDatabase database) {
        ExecutionRepository stored = stored(database);
        Execution running = running(NOW);
        stored.add(running, "node", NOW.plusSeconds(120));
        stored.renew("other", NOW.plusSeconds(600));
        assertThat(stored.leased(running.id(), NOW.plusSeconds(120))).isFalse();

        stored.renew("node", NOW.plusSeconds(600));
        assertThat(stored.leased(running.id(), NOW.plusSeconds(120))).isTrue();
        assertThat(stored.running(Job.VERIFY_CONNECTIONS)).contains(running);
        assertThat(stored.running(Job.DELIVER_INCIDENTS)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void listIsPagedNewestFirstAndOldOnesGo(TestDatabase database) {
        ExecutionRepository stored = stored(database);
        IntStream.range(0, 5).forEach(number -> {
            Execution running = running(NOW.plusSeconds(number));
            stored.add(running, "node", NOW);
            stored.end(with(running, Execution.Status.COMPLETED, NOW, Map.of()));
        });
        Slice<Execution> first = stored.list(Job.VERIFY_CONNECTIONS, new PageRequest(3, null));
        Slice<Execution> second = stored.list(Job.VERIFY_CONNECTIONS, new PageRequest(3, first.nextCursor()));
        stored.keepNewest(Job.VERIFY_CONNECTIONS, 1);

        assertThat(first.items()).extracting(Execution::startedAt).first().isEqualTo(NOW.plusSeconds(4));
        assertThat(second.items()).extracting(Execution::startedAt).containsExactly(NOW.plusSeconds(1), NOW);
        assertThat(second.nextCursor()).isNull();
        assertThat(stored.list(Job.VERIFY_CONNECTIONS, new PageRequest(3, null)).items())
                .hasSize(1);
    }

    private static Execution running(Instant startedAt) {
        return new Execution(
                Ids.next(),
                Job.VERIFY_CONNECTIONS,
                Execution.Status.RUNNING,
                "admin",
                startedAt,
                null,
                Tally.EMPTY,
                null);
    }

    private static Execution with(Execution of, Execution.Status status, Instant at, Map<String, Long> counts) {
        Long batchId = status == Execution.Status.COMPLETED && !counts.isEmpty() ? 42L : null;
        return new Execution(of.id(), of.job(), status, of.startedBy(), of.startedAt(), at, new Tally(counts), batchId);
    }

    private static ExecutionRepository stored(TestDatabase database) {
        return database.port(ExecutionRepository.class, entities -> {
            StoredExecutions adapter = new StoredExecutions();
            adapter.entities = entities;
            return adapter;
        });
    }
}
