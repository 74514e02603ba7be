package dev.supportlink.job;

import dev.supportlink.platform.page.PageRequest;
import dev.supportlink.platform.page.Slice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Executions in memory, in the order in which they were added. */
final class InMemoryExecutions implements ExecutionRepository {

    private record Lease(String node, Instant until) {}

    private final List<Execution> rows = new ArrayList<>();
    private final Map<String, Lease> leases = new HashMap<>();

    @Override
    public void lock(Job job) {
        // One thread at a time.
    }

    @Override
    public void add(Execution execution, String node, Instant leaseUntil) {
        rows.add(execution);
        leases.put(execution.id(), new Lease(node, leaseUntil));
    }

    @Override
    public void attach(String id, long batchId) {
        change(
                id,
                old -> new Execution(
                        id,
                        old.job(),
                        old.status(),
                        old.startedBy(),
                        old.startedAt(),
                        old.finishedAt(),
                        old.counts(),
                        batchId));
    }

    @Override
    public void end(Execution ended) {
        change(ended.id(), old -> old.running() ? ended : old);
    }

    @Override
    public void remove(String id) {
        rows.removeIf(row -> row.id().equals(id));
    }

    @Override
    public List<Execution> running() {
        return rows.stream().filter(Execution::running).toList();
    }

    @Override
    public Optional<Execution> running(Job job) {
        return running().stream().filter(row -> row.job() == job).findFirst();
    }

    @Override
    public boolean leased(String id, Instant now) {
        return leases.get(id).until().isAfter(now);
    }

    @Override
    public void renew(String node, Instant until) {
        leases.replaceAll((id, lease) -> lease.node().equals(node) ? new Lease(node, until) : lease);
    }

    @Override
    public Optional<Execution> find(String id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Execution> newest(Job job) {
        return rows.stream().filter(row -> row.job() == job).reduce((older, newer) -> newer);
    }

    @Override
    public Slice<Execution> list(Job job, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void keepNewest(Job job, int count) {
        // No test adds that many.
    }

    private void change(String id, UnaryOperator<Execution> change) {
        rows.replaceAll(row -> row.id().equals(id) ? change.apply(row) : row);
    }
}
