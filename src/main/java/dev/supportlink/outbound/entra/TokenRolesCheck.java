package dev.supportlink.outbound.entra;

import dev.supportlink.verification.Check;
import dev.supportlink.verification.CheckRun;
import dev.supportlink.verification.Outcome;
import dev.supportlink.verification.ReasonCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Whether the token carries the permissions that the Graph checks use. Missing ones are a warning: the guide grants none,
 * and Entra ID issues tokens without them.
 */
@ApplicationScoped
public class TokenRolesCheck implements Check {

    static final List<String> USEFUL = List.of("Organization.Read.All", "ServiceHealth.Read.All");

    @Inject
    AppTokens tokens;

    @Inject
    ReasonCatalogue reasons;

    @Override
    public String id() {
        return "token-roles";
    }

    @Override
    public Outcome run(CheckRun run) {
        Optional<List<String>> roles = tokens.token(run.connection()).roles();
        return roles.map(this::judge).orElseGet(() -> Outcome.skipped(reasons.reason("not-permitted-to-read")));
    }

    private Outcome judge(List<String> roles) {
        List<String> missing =
                USEFUL.stream().filter(role -> !roles.contains(role)).toList();
        if (missing.isEmpty()) {
            return Outcome.passed("The token carries " + String.join(", ", USEFUL) + ".");
        }
        String seen = roles.isEmpty() ? "no permission" : String.join(", ", roles);
        return Outcome.warning(
                reasons.reason("permission-missing"),
                String.join(", ", USEFUL),
                seen + "; missing: " + String.join(", ", missing));
    }
}
