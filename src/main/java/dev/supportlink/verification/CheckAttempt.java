package dev.supportlink.verification;

import dev.supportlink.platform.problem.UpstreamException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Runs one check, once, with a bound on its time; whatever happens, it ends with a result. */
final class CheckAttempt {

    private static final System.Logger LOG = System.getLogger(CheckAttempt.class.getName());

    private final CheckDefinition definition;
    private final String connectionId;
    private final Supplier<Outcome> check;
    private final ReasonCatalogue reasons;
    private final CompletableFuture<CheckResult> result = new CompletableFuture<>();

    CheckAttempt(CheckDefinition definition, String connectionId, Supplier<Outcome> check, ReasonCatalogue reasons) {
        this.definition = definition;
        this.connectionId = connectionId;
        this.check = check;
        this.reasons = reasons;
    }

    CompletableFuture<CheckResult> start(ExecutorService threads, Duration atMost) {
        CheckResult tooLate = new CheckResult(definition, tooLate(atMost), atMost);
        Future<?> task = threads.submit(() -> work(tooLate));
        return result.whenComplete((found, never) -> {
            if (tooLate.equals(found)) {
                task.cancel(true);
            }
        });
    }

    private void work(CheckResult tooLate) {
        // The time counts from here: a check that waits for a thread is not slow.
        result.completeOnTimeout(tooLate, tooLate.took().toMillis(), TimeUnit.MILLISECONDS);
        long begun = System.nanoTime();
        Outcome outcome = outcome();
        result.complete(new CheckResult(definition, outcome, Duration.ofNanos(System.nanoTime() - begun)));
    }

    private Outcome outcome() {
        try {
            return check.get();
        } catch (UpstreamException failure) {
            return Outcome.failed(reasons.explain(failure), null, failure.getMessage());
        } catch (RuntimeException | Error bug) {
            // A fault in one check must not take the other findings away from the reader of the report.
            LOG.log(Level.ERROR, connectionId + ": the check " + definition.id() + " is broken", bug);
            return Outcome.failed(
                    reasons.reason("check-broken"), null, bug.getClass().getSimpleName());
        }
    }

    private Outcome tooLate(Duration atMost) {
        return Outcome.failed(reasons.reason("check-timeout"), "an end within " + atMost, null);
    }
}
