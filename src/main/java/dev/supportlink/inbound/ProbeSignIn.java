package dev.supportlink.inbound;

import dev.supportlink.inbound.TokenDecision.Granted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The password grant of a probe: counts as no use, and gives a token that reads, briefly, and nothing else. */
@ApplicationScoped
public class ProbeSignIn {

    @Inject
    InboundProbe probes;

    @Inject
    TokenMint mint;

    @Inject
    TokenWriter writer;

    @Inject
    Clock clock;

    Granted signIn(ProvenClient.Probing client, TokenGrant grant) {
        boolean first = probes.redeem(client.ticket());
        if (!first || !right(client, grant)) {
            throw new SignInRefused(RefusalReason.PROBE_MISUSED, client.connectionId());
        }
        Instant now = clock.instant();
        NewToken access = mint.readOnly(client.identity(), mint.family(now), now, InboundProbe.LIFESPAN);
        writer.write(List.of(access.stored()), List.of(), now);
        return new Granted(access.value(), null, InboundProbe.LIFESPAN);
    }

    private boolean right(ProvenClient.Probing client, TokenGrant grant) {
        return grant instanceof TokenGrant.Password password
                && password.userName().equals(client.identity().userName())
                && probes.passwordFits(client.ticket(), password.password());
    }
}
