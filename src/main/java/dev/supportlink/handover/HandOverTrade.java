package dev.supportlink.handover;

import dev.supportlink.access.SignInAudit;
import dev.supportlink.audit.AuditTrail;
import dev.supportlink.secret.KeyedHash;
import dev.supportlink.secret.KeyedHasher;
import dev.supportlink.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The two short transactions of a trade: the attempt, and the note of its refusal. */
@ApplicationScoped
public class HandOverTrade {

    @Inject
    HandOverRepository handOvers;

    @Inject
    HandOverSessionRepository sessions;

    @Inject
    KeyedHasher hasher;

    @Inject
    AuditTrail audit;

    @Inject
    SignInAudit strangers;

    @Inject
    Clock clock;

    /** What came of an attempt: an entry or a refusal, and the hand-over that the link names, if it names one. */
    record Result(Optional<HandOver> handOver, Optional<HandOverDoor.Entry> entry, Optional<TradeRefusal> refusal) {}

    /** Binds the link to this browser, unless it is bound, and opens a session. Stores nothing when it is refused. */
    @Transactional
    Result attempt(HandOverDoor.Visit visit) {
        Optional<HandOver> found = handOvers.lockByToken(hasher.candidates(Purposes.TOKEN, visit.token()));
        if (found.isEmpty()) {
            return refused(found, TradeRefusal.UNKNOWN_LINK);
        }
        HandOver handOver = found.get();
        Instant now = clock.instant();
        if (!handOver.aliveAt(now)) {
            return refused(found, handOver.revokedAt() == null ? TradeRefusal.EXPIRED : TradeRefusal.REVOKED);
        }
        return handOver.firstUse() == null ? first(handOver, visit, now) : again(handOver, handOver.firstUse(), visit);
    }

    /** Counts it for the operator to see. */
    @Transactional
    void noteRefusal(Optional<HandOver> handOver, TradeRefusal reason, String address) {
        handOver.ifPresentOrElse(
                known -> {
                    handOvers.recordRefusal(known.id(), clock.instant(), address);
                    audit.record(
                            "anonymous",
                            "hand-over-refused",
                            known.connectionId(),
                            Map.of("handOver", known.id(), "reason", reason.word(), "address", address));
                },
                () -> strangers.unknownLink(address));
    }

    private Result first(HandOver handOver, HandOverDoor.Visit visit, Instant now) {
        Optional<Secret> known =
                visit.browser().filter(value -> handOvers.knowsBrowser(hasher.candidates(Purposes.BROWSER, value)));
        Secret browser = known.orElseGet(Secret::generate);
        KeyedHash hash = hasher.hash(Purposes.BROWSER, browser);
        if (!handOvers.bind(handOver.id(), new HandOver.FirstUse(now, visit.address(), hash))) {
            return refused(Optional.of(handOver), reasonNow(handOver));
        }
        return entered(handOver, visit, "first", known.isPresent() ? Optional.empty() : Optional.of(browser));
    }

    private Result again(HandOver handOver, HandOver.FirstUse use, HandOverDoor.Visit visit) {
        boolean same = visit.browser()
                .filter(value -> hasher.matches(Purposes.BROWSER, value, use.browser()))
                .isPresent();
        return same || holdsSession(handOver, visit)
                ? entered(handOver, visit, "again", Optional.empty())
                : refused(Optional.of(handOver), TradeRefusal.OTHER_BROWSER);
    }

    private Result entered(HandOver handOver, HandOverDoor.Visit visit, String use, Optional<Secret> browser) {
        Optional<Secret> session = holdsSession(handOver, visit) ? Optional.empty() : Optional.of(newSession(handOver));
        audit.record(
                handOver.holder().name(),
                "hand-over-used",
                handOver.connectionId(),
                Map.of(
                        "handOver",
                        handOver.id(),
                        "adminRole",
                        handOver.role().word(),
                        "address",
                        visit.address(),
                        "use",
                        use));
        return new Result(
                Optional.of(handOver),
                Optional.of(new HandOverDoor.Entry(handOver, session, browser)),
                Optional.empty());
    }

    /** Somebody else was faster, or the operator was. */
    private TradeRefusal reasonNow(HandOver handOver) {
        return handOvers
                .find(handOver.connectionId(), handOver.id())
                .filter(now -> now.revokedAt() == null)
                .map(now -> TradeRefusal.OTHER_BROWSER)
                .orElse(TradeRefusal.REVOKED);
    }

    private boolean holdsSession(HandOver handOver, HandOverDoor.Visit visit) {
        return visit.session()
                .flatMap(value -> sessions.find(candidates(value), clock.instant()))
                .filter(found -> found.id().equals(handOver.id()))
                .isPresent();
    }

    private List<KeyedHash> candidates(Secret session) {
        return hasher.candidates(Purposes.SESSION, session);
    }

    private Secret newSession(HandOver handOver) {
        Secret value = Secret.generate();
        sessions.replace(handOver.id(), hasher.hash(Purposes.SESSION, value), clock.instant(), handOver.expiresAt());
        return value;
    }

    private static Result refused(Optional<HandOver> handOver, TradeRefusal reason) {
        return new Result(handOver, Optional.empty(), Optional.of(reason));
    }
}
