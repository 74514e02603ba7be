package dev.supportlink.verification;

import dev.supportlink.verification.Outcome.Verdict;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a report comes to for the health of a connection.
 *
 * @param entraRefused a mandatory check on the side of Entra ID failed with a reason that a person must mend
 * @param refused so did one on another side
 * @param unreachable a mandatory check failed with a reason that may pass by itself
 * @param degraded an optional check failed, or a secret expires soon
 */
record Findings(boolean entraRefused, boolean refused, boolean unreachable, boolean degraded) {

    static Findings of(List<CheckResult> report, ReasonCatalogue reasons) {
        Predicate<CheckResult> failed = result -> result.outcome().verdict() == Verdict.FAILED;
        Predicate<CheckResult> mandatory = failed.and(result -> result.check().mandatory());
        Predicate<CheckResult> passing = result ->
                reasons.reason(String.valueOf(result.outcome().reason())).passing();
        Predicate<CheckResult> entra = result -> result.check().side() == Side.ENTRA;
        return new Findings(
                report.stream().anyMatch(mandatory.and(passing.negate()).and(entra)),
                report.stream().anyMatch(mandatory.and(passing.negate()).and(entra.negate())),
                report.stream().anyMatch(mandatory.and(passing)),
                report.stream().anyMatch(failed.and(mandatory.negate()).or(Findings::expiresSoon)));
    }

    private static boolean expiresSoon(CheckResult result) {
        return "secret-expires-soon".equals(result.outcome().reason());
    }

    boolean mandatoryFailed() {
        return entraRefused || refused || unreachable;
    }
}
