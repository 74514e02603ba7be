package dev.supportlink.handover;

import dev.supportlink.access.LinkThrottle;
import dev.supportlink.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.Optional;

/** Trades a link's token for a session. Throttles refusals only: who has the right link and browser always gets in. */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class HandOverDoor {

    @Inject
    HandOverTrade trade;

    @Inject
    LinkThrottle throttle;

    /** What a browser brings: the link's token, what it was given for earlier links, and where it calls from. */
    public record Visit(Secret token, Optional<Secret> browser, Optional<Secret> session, String address) {}

    /** What the browser takes away; a value is empty where the browser has a good one already. */
    public record Entry(HandOver handOver, Optional<Secret> session, Optional<Secret> browser) {}

    /** Throws HandOverRefused, or TooManyTrades after too many refusals, which are neither counted nor told any more. */
    public Entry enter(Visit visit) {
        HandOverTrade.Result result = trade.attempt(visit);
        Optional<TradeRefusal> refusal = result.refusal();
        if (refusal.isPresent()) {
            refuse(result, refusal.get(), visit.address());
        }
        return result.entry().orElseThrow();
    }

    private void refuse(HandOverTrade.Result result, TradeRefusal reason, String address) {
        String link = result.handOver().map(HandOver::id).orElse("unknown");
        Optional<Duration> wait = throttle.refused(link, address);
        if (wait.isPresent()) {
            throw new TooManyTrades(wait.get());
        }
        trade.noteRefusal(result.handOver(), reason, address);
        throw new HandOverRefused(reason);
    }
}
