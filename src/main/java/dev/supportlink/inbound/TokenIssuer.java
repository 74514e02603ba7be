package dev.supportlink.inbound;

import dev.supportlink.inbound.TokenDecision.Throttled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Decides about a request for a token: a right value always gets one; wrong ones are counted, and told apart in the
 * audit trail only.
 */
@ApplicationScoped
public class TokenIssuer {

    @Inject
    ClientAuthenticator clients;

    @Inject
    PasswordSignIn passwords;

    @Inject
    TokenRefresh refreshes;

    @Inject
    ClientSignIn clientSignIns;

    @Inject
    ProbeSignIn probes;

    @Inject
    FailureThrottle throttle;

    @Inject
    RefusalJournal journal;

    public TokenDecision decide(TokenOrder order) {
        try {
            return grant(clients.prove(order.client()), order.grant());
        } catch (SignInRefused refused) {
            return refused(order, refused);
        }
    }

    private TokenDecision grant(ProvenClient client, TokenGrant grant) {
        if (client instanceof ProvenClient.Probing probing) {
            return probes.signIn(probing, grant);
        }
        ProvenClient.Real real = (ProvenClient.Real) client;
        if (grant instanceof TokenGrant.Password password) {
            return passwords.signIn(real, password);
        }
        return grant instanceof TokenGrant.Refresh refresh
                ? refreshes.refresh(real, refresh)
                : clientSignIns.signIn(real);
    }

    private TokenDecision refused(TokenOrder order, SignInRefused refused) {
        journal.record(refused.reason(), refused.connectionId(), order.address());
        TokenDecision refusal = refused.reason().answer();
        return refused.reason().maybeGuess()
                ? throttle.failed(order).<TokenDecision>map(Throttled::new).orElse(refusal)
                : refusal;
    }
}
