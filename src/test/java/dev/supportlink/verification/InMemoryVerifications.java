package dev.supportlink.verification;

import dev.supportlink.platform.page.PageRequest;
import dev.supportlink.platform.page.Slice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Verifications in memory, in the order in which they were added. */
final class InMemoryVerifications implements VerificationRepository {

    private final List<Verification> rows = new ArrayList<>();
    private final Map<String, Lease> leases = new HashMap<>();
    private final Map<String, Streak> streaks = new HashMap<>();

    @Override
    public synchronized Optional<Verification> running(String connectionId) {
        return rows.stream()
                .filter(row -> of(row, connectionId) && running(row))
                .findFirst();
    }

    @Override
    public synchronized boolean leased(String id, Instant now) {
        return leases.containsKey(id) && leases.get(id).until().isAfter(now);
    }

    @Override
    public synchronized void add(Verification running, Lease lease) {
        rows.add(running);
        leases.put(running.id(), lease);
    }

    @Override
    public synchronized void takeOver(String id, Lease lease) {
        leases.put(id, lease);
    }

    @Override
    public synchronized boolean finish(Verification finished, String owner, Streak streak) {
        if (!leases.containsKey(finished.id())
                || !leases.get(finished.id()).owner().equals(owner)) {
            return false;
        }
        rows.replaceAll(row -> row.id().equals(finished.id()) ? finished : row);
        leases.remove(finished.id());
        streaks.put(finished.id(), streak);
        return true;
    }

    @Override
    public synchronized void withdraw(String id, String owner) {
        rows.removeIf(row -> row.id().equals(id));
    }

    @Override
    public synchronized Optional<Verification> find(String id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    @Override
    public synchronized Optional<Verification> newest(String connectionId) {
        return rows.stream().filter(row -> of(row, connectionId)).reduce((older, newer) -> newer);
    }

    @Override
    public synchronized Streak lastStreak(String connectionId) {
        return rows.stream()
                .filter(row -> of(row, connectionId) && !running(row))
                .reduce((older, newer) -> newer)
                .map(row -> streaks.get(row.id()))
                .orElse(Streak.NONE);
    }

    @Override
    public Slice<Verification> list(String connectionId, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public synchronized void keepNewest(String connectionId, int count) {
        List<Verification> mine =
                rows.stream().filter(row -> of(row, connectionId)).toList();
        rows.removeAll(mine.subList(0, Math.max(0, mine.size() - count)));
    }

    synchronized int size() {
        return rows.size();
    }

    private static boolean of(Verification row, String connectionId) {
        return row.connectionId().equals(connectionId);
    }

    private static boolean running(Verification row) {
        return row.status() == Verification.Status.RUNNING;
    }
}
