package dev.supportlink.verification;

import dev.supportlink.connection.Connection;
import dev.supportlink.platform.text.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;

/**
 * Runs checks side by side, each as soon as the checks it depends on have ended, and reports all of them in the order of
 * their definition.
 */
@ApplicationScoped
public class CheckEngine implements CheckRunner {

    @Inject
    @Any
    Instance<Check> checks;

    @Inject
    ReasonCatalogue reasons;

    @Inject
    VerificationThreads threads;

    @Inject
    VerificationSettings settings;

    @Override
    public List<CheckResult> run(Connection connection, Trigger trigger, Side side) {
        List<CheckDefinition> wanted = CheckDefinition.of(connection).stream()
                .filter(definition -> definition.side() == side)
                .toList();
        return start(new CheckRun(Ids.next(), connection, trigger), wanted).join();
    }

    /** The report, complete when the last check has ended. */
    CompletableFuture<List<CheckResult>> start(CheckRun run, List<CheckDefinition> definitions) {
        Map<String, CompletableFuture<CheckResult>> begun = new LinkedHashMap<>();
        definitions.forEach(definition -> begun.put(definition.id(), begin(definition, run, begun)));
        return all(begun.values())
                .thenApply(ended ->
                        begun.values().stream().map(CompletableFuture::join).toList());
    }

    private CompletableFuture<CheckResult> begin(
            CheckDefinition definition, CheckRun run, Map<String, CompletableFuture<CheckResult>> begun) {
        List<CompletableFuture<CheckResult>> earlier = definition.after().stream()
                .map(begun::get)
                .filter(Objects::nonNull)
                .toList();
        return CompletableFuture.allOf(earlier.toArray(CompletableFuture[]::new))
                .thenCompose(ended -> {
                    boolean pointless =
                            earlier.stream().map(CompletableFuture::join).anyMatch(this::stopsOthers);
                    return pointless
                            ? CompletableFuture.completedFuture(skipped(definition))
                            : attempt(definition, run);
                });
    }

    private static CompletableFuture<Void> all(Collection<CompletableFuture<CheckResult>> results) {
        return CompletableFuture.allOf(results.toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<CheckResult> attempt(CheckDefinition definition, CheckRun run) {
        String connectionId = run.connection().id();
        return new CheckAttempt(
                        definition, connectionId, () -> check(definition.id()).run(run), reasons)
                .start(threads.forChecks(), settings.checkTimeout());
    }

    private Check check(String id) {
        return StreamSupport.stream(checks.spliterator(), false)
                .filter(check -> check.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no bean implements the check " + id));
    }

    private boolean stopsOthers(CheckResult result) {
        return result.outcome().verdict() == Outcome.Verdict.FAILED
                || "earlier-check-failed".equals(result.outcome().reason());
    }

    private CheckResult skipped(CheckDefinition definition) {
        return new CheckResult(definition, Outcome.skipped(reasons.reason("earlier-check-failed")), Duration.ZERO);
    }
}
