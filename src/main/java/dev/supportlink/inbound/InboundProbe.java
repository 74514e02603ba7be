package dev.supportlink.inbound;

import dev.supportlink.platform.text.Ids;
import dev.supportlink.secret.KeyedHasher;
import dev.supportlink.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Registers the values a probe signs in with: stored hashed, usable once, together only, for a minute. So the inbound
 * path is tested for real although no caller's secret is kept in clear.
 */
@ApplicationScoped
public class InboundProbe {

    static final Duration LIFESPAN = Duration.ofSeconds(60);

    private static final String CLIENT = "probe-client-secret";
    private static final String PASSWORD = "probe-password";
    private static final String PASS = "probe-pass";

    @Inject
    IdentityRepository identities;

    @Inject
    ProbeRepository tickets;

    @Inject
    KeyedHasher hasher;

    @Inject
    Clock clock;

    /**
     * Values for one probe of a connection that has an inbound client. Committed before it returns, whatever
     * transaction the caller is in: the probe's own request must find them.
     */
    @Transactional(TxType.REQUIRES_NEW)
    public ProbeCredentials register(String connectionId) {
        InboundIdentity identity = identities.find(connectionId).orElseThrow();
        Instant now = clock.instant();
        tickets.removeExpired(now);
        ProbeCredentials probe = new ProbeCredentials(
                connectionId,
                identity.clientId(),
                Secret.generate(),
                identity.userName(),
                Secret.generate(),
                Secret.generate());
        tickets.add(ticket(probe, now.plus(LIFESPAN)));
        return probe;
    }

    /** Whether the header {@link ProbeCredentials#PASS_HEADER} is a live probe's. */
    public boolean mayPass(Secret header) {
        return tickets.findByPass(hasher.candidates(PASS, header))
                .filter(this::alive)
                .isPresent();
    }

    Optional<ProbeTicket> ticketOf(String connectionId, Secret clientSecret) {
        return tickets.findByClient(hasher.candidates(CLIENT, clientSecret))
                .filter(ticket -> ticket.connectionId().equals(connectionId))
                .filter(this::alive);
    }

    boolean passwordFits(ProbeTicket ticket, Secret password) {
        return hasher.matches(PASSWORD, password, ticket.password());
    }

    boolean redeem(ProbeTicket ticket) {
        return tickets.redeem(ticket.id(), clock.instant());
    }

    private boolean alive(ProbeTicket ticket) {
        return clock.instant().isBefore(ticket.expiresAt());
    }

    private ProbeTicket ticket(ProbeCredentials probe, Instant expiresAt) {
        return new ProbeTicket(
                Ids.next(),
                probe.connectionId(),
                hasher.hash(CLIENT, probe.clientSecret()),
                hasher.hash(PASSWORD, probe.password()),
                hasher.hash(PASS, probe.pass()),
                expiresAt);
    }
}
