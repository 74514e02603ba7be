package dev.supportlink.inbound;

import dev.supportlink.inbound.TokenDecision.Granted;
import dev.supportlink.platform.text.Ids;
import dev.supportlink.secret.Secret;
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
        Secret access = Secret.generate();
        StoredToken token = mint.readOnly(client.identity(), access, Ids.next(), now, InboundProbe.LIFESPAN);
        writer.write(List.of(token), List.of(), now);
        return new Granted(access, null, InboundProbe.LIFESPAN);
    }

    private boolean right(ProvenClient.Probing client, TokenGrant grant) {
        return grant instanceof TokenGrant.Password password
                && password.userName().equals(client.identity().userName())
                && probes.passwordFits(client.ticket(), password.password());
    }
}
