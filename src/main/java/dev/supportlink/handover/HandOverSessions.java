package dev.supportlink.handover;

import dev.supportlink.access.SessionDirectory;
import dev.supportlink.access.SignedIn;
import dev.supportlink.audit.AuditTrail;
import dev.supportlink.secret.KeyedHasher;
import dev.supportlink.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** The sessions of hand-overs. Nothing is remembered between requests: a revoked link is refused at the next one. */
@ApplicationScoped
public class HandOverSessions implements SessionDirectory {

    @Inject
    HandOverSessionRepository sessions;

    @Inject
    KeyedHasher hasher;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    @Override
    public Optional<SignedIn> find(Secret value) {
        return sessions.find(hasher.candidates(Purposes.SESSION, value), clock.instant())
                .map(HandOver::holder);
    }

    /** Ends the session of a hand-over, as its holder wishes; the same browser may trade the link again. */
    @Transactional
    public void end(HandOver handOver) {
        if (sessions.end(handOver.id())) {
            audit.record(
                    handOver.holder().name(),
                    "hand-over-left",
                    handOver.connectionId(),
                    Map.of("handOver", handOver.id()));
        }
    }
}
