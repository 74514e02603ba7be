package dev.supportlink.outbound.entra;

import dev.supportlink.verification.Check;
import dev.supportlink.verification.CheckRun;
import dev.supportlink.verification.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether Entra ID issues a token for the stored secret now; a kept token would prove nothing. */
@ApplicationScoped
public class OutboundTokenCheck implements Check {

    @Inject
    AppTokens tokens;

    @Override
    public String id() {
        return "outbound-token";
    }

    @Override
    public Outcome run(CheckRun run) {
        tokens.fresh(run.connection());
        return Outcome.passed("Entra ID issued a token for " + run.connection().entraClientId() + ".");
    }
}
