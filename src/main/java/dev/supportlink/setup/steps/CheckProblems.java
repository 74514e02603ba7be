package dev.supportlink.setup.steps;

import dev.supportlink.verification.CheckResult;
import dev.supportlink.verification.Outcome;
import dev.supportlink.verification.Remedy;
import java.util.ArrayList;
import java.util.List;

/** Puts failed checks into sentences for the step that ran them. */
final class CheckProblems {

    private CheckProblems() {}

    static List<String> of(List<CheckResult> results) {
        return results.stream()
                .filter(result -> result.outcome().verdict() == Outcome.Verdict.FAILED)
                .map(CheckProblems::sentence)
                .toList();
    }

    private static String sentence(CheckResult result) {
        Outcome outcome = result.outcome();
        List<String> parts = new ArrayList<>();
        parts.add(result.check().title() + ": no. " + outcome.message());
        if (outcome.seen() != null) {
            parts.add("Seen: " + outcome.seen() + ".");
        }
        Remedy remedy = outcome.remedy();
        if (remedy != null) {
            parts.add("To do, " + remedy.adminRole().word() + ": " + remedy.text());
        }
        return String.join(" ", parts);
    }
}
