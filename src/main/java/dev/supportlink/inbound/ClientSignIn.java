package dev.supportlink.inbound;

import dev.supportlink.inbound.TokenDecision.Granted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The client credentials grant, where it is switched on: no password is used, and there is nothing to refresh by. */
@ApplicationScoped
public class ClientSignIn {

    @Inject
    TokenMint mint;

    @Inject
    TokenWriter writer;

    @Inject
    UseRecorder uses;

    @Inject
    Clock clock;

    Granted signIn(ProvenClient.Real client) {
        if (!client.identity().terms().clientCredentials()) {
            throw new SignInRefused(RefusalReason.GRANT_SWITCHED_OFF, client.connectionId());
        }
        Instant now = clock.instant();
        NewToken access = mint.access(client.identity(), mint.family(now), now);
        List<LiveValue> presented = List.of(client.presented());
        if (!writer.write(List.of(access.stored()), presented, now)) {
            throw new SignInRefused(RefusalReason.VALUE_REPLACED, client.connectionId());
        }
        uses.record(client.connectionId(), presented);
        return new Granted(access.value(), null, client.identity().accessTokenLifespan());
    }
}
