package dev.supportlink.store.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.inbound.ProbeRepository;
import dev.supportlink.inbound.ProbeTicket;
import dev.supportlink.platform.text.Ids;
import dev.supportlink.secret.KeyedHash;
import dev.supportlink.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class StoredProbesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @Parameter
    TestDatabase database;

    ProbeRepository probes;
    ProbeTicket ticket;

    @BeforeEach
    void open() {
        InboundStore store = new InboundStore(database);
        probes = store.probes();
        ticket = new ProbeTicket(
                Ids.next(), store.identity(NOW).connectionId(), hash(), hash(), hash(), NOW.plusSeconds(60));
        probes.add(ticket);
    }

    @Test
    void ticketIsFoundByItsClientValueAndByItsPass() {
        assertThat(probes.findByClient(List.of(hash(), ticket.client()))).contains(ticket);
        assertThat(probes.findByPass(List.of(ticket.pass()))).contains(ticket);
        assertThat(probes.findByClient(List.of(ticket.pass()))).isEmpty();
    }

    @Test
    void ticketIsRedeemedOnce() {
        assertThat(probes.redeem(ticket.id(), NOW)).isTrue();
        assertThat(probes.redeem(ticket.id(), NOW)).isFalse();
    }

    @Test
    void expiredTicketIsRemoved() {
        probes.removeExpired(NOW.plusSeconds(59));
        assertThat(probes.findByPass(List.of(ticket.pass()))).isPresent();

        probes.removeExpired(NOW.plusSeconds(60));
        assertThat(probes.findByPass(List.of(ticket.pass()))).isEmpty();
    }

    private static KeyedHash hash() {
        return new KeyedHash(1, Ids.next() + Ids.next());
    }
}
