package dev.supportlink.inbound.entra;

import dev.supportlink.inbound.InboundCaller;
import dev.supportlink.inbound.RefusalJournal;
import dev.supportlink.inbound.UseRecorder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
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

    private final RememberedBearers remembered = new RememberedBearers();

    /** Whether it may be one; says nothing about whether it is good. */
    public boolean mayBeOne(String accessToken) {
        return EntraBearerParser.looksLikeOne(accessToken);
    }

    /**
     * Who it stands for; empty for one that is refused.
     *
     * @param address where it came from; asked for only when it is refused
     */
    public Optional<InboundCaller> callerOf(String accessToken, Supplier<String> address) {
        try {
            VerifiedBearer bearer = verified(accessToken);
            uses.called(bearer.connectionId());
            return Optional.of(new InboundCaller(bearer.connectionId(), bearer.userName(), false));
        } catch (EntraRefused refused) {
            journal.record(refused.reason(), refused.connectionId(), address.get());
            return Optional.empty();
        }
    }

    private VerifiedBearer verified(String accessToken) {
        ByteBuffer hash = RememberedBearers.hash(accessToken);
        Instant now = clock.instant();
        return remembered.find(hash, now).orElseGet(() -> {
            VerifiedBearer bearer = verifier.verify(accessToken);
            remembered.remember(hash, bearer, now);
            return bearer;
        });
    }
}
