package dev.supportlink.inbound;

import dev.supportlink.secret.KeyedHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Probes in memory; counts reads, to compare the work of two requests. */
final class InMemoryProbes implements ProbeRepository {

    final List<ProbeTicket> tickets = new ArrayList<>();
    private final Set<String> redeemed = new HashSet<>();
    private int reads;

    int readsSoFar() {
        return reads;
    }

    @Override
    public void add(ProbeTicket ticket) {
        tickets.add(ticket);
    }

    @Override
    public Optional<ProbeTicket> findByClient(List<KeyedHash> candidates) {
        reads++;
        return tickets.stream()
                .filter(ticket -> candidates.contains(ticket.client()))
                .findFirst();
    }

    @Override
    public Optional<ProbeTicket> findByPass(List<KeyedHash> candidates) {
        return tickets.stream()
                .filter(ticket -> candidates.contains(ticket.pass()))
                .findFirst();
    }

    @Override
    public boolean redeem(String id, Instant at) {
        return redeemed.add(id);
    }

    @Override
    public void removeExpired(Instant time) {
        tickets.removeIf(ticket -> !ticket.expiresAt().isAfter(time));
    }
}
