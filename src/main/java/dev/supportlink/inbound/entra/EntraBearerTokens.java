package dev.supportlink.inbound.entra;

import dev.supportlink.inbound.InboundCaller;
import dev.supportlink.inbound.RefusalJournal;
import dev.supportlink.inbound.RememberedBearers;
import dev.supportlink.inbound.UseRecorder;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** Bearer tokens that Entra ID issued to an application for the API of a connection. */
@ApplicationScoped
public class EntraBearerTokens {

    @Inject
    EntraVerifier verifier;

    @Inject
    UseRecorder uses;

    @Inject
    RefusalJournal journal;

    @Inject
    Clock clock;

    private RememberedBearers<VerifiedBearer> remembered;

    @PostConstruct
    void open() {
        remembered = new RememberedBearers<>(clock, VerifiedBearer::endsAt);
    }

    /** Whether it may be one; says nothing about whether it is good. */
    public boolean mayBeOne(String accessToken) {
        return EntraBearerParser.looksLikeOne(accessToken);
    }

    /**
     * Who it stands for; empty for one that is refused. {@link EntraKeysMissing} when that cannot be told.
     *
     * @param address where it came from; asked for only when it is refused
     */
    public Optional<InboundCaller> callerOf(String accessToken, Supplier<String> address) {
        Optional<VerifiedBearer> bearer = accepted(accessToken, address);
        bearer.ifPresent(real -> uses.called(real.connectionId()));
        return bearer.map(real -> new InboundCaller(real.connectionId(), real.userName(), false));
    }

    /** The same for a token that our own probe sent: it reads, and counts as no use. */
    public Optional<InboundCaller> probingCallerOf(String accessToken, Supplier<String> address) {
        return accepted(accessToken, address)
                .map(probing -> new InboundCaller(probing.connectionId(), probing.userName(), true));
    }

    private Optional<VerifiedBearer> accepted(String accessToken, Supplier<String> address) {
        try {
            return verified(accessToken);
        } catch (EntraRefused refused) {
            journal.record(refused.reason(), refused.connectionId(), address.get());
            if (refused.reason() == EntraRefusal.NO_KEYS) {
                throw new EntraKeysMissing();
            }
            return Optional.empty();
        }
    }

    private Optional<VerifiedBearer> verified(String accessToken) {
        return remembered.find(accessToken, () -> Optional.of(verifier.verify(accessToken)));
    }
}
