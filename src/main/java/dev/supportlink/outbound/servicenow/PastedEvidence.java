package dev.supportlink.outbound.servicenow;

import dev.supportlink.connection.Connection;
import dev.supportlink.setup.InstanceFindings;
import dev.supportlink.setup.InstanceFindingsRepository;
import dev.supportlink.verification.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** What an administrator's script read where the integration user may not; whatever it shows says from when it is. */
@ApplicationScoped
class PastedEvidence {

    @Inject
    InstanceFindingsRepository kept;

    /** The outcome that the findings give, with their time; empty where nobody pasted any for this instance and user. */
    Optional<Outcome> of(Connection connection, Function<InstanceFindings, Outcome> judge) {
        return kept.of(connection).map(findings -> dated(judge.apply(findings), findings.foundAt()));
    }

    private static Outcome dated(Outcome outcome, Instant foundAt) {
        String source = "As the script found at " + foundAt + ": ";
        String message = outcome.message();
        return new Outcome(
                outcome.verdict(),
                outcome.reason(),
                message == null ? null : source + message,
                outcome.expected(),
                outcome.seen() == null ? null : outcome.seen() + " (script of " + foundAt + ")",
                outcome.remedy());
    }
}
