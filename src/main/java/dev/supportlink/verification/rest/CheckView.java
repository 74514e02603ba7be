package dev.supportlink.verification.rest;

import dev.supportlink.verification.CheckResult;
import dev.supportlink.verification.Outcome;
import org.jspecify.annotations.Nullable;

/** A line of a report as the admin API shows it. */
public record CheckView(
        String id,
        String title,
        String side,
        boolean mandatory,
        String outcome,
        @Nullable String reason,
        @Nullable String message,
        @Nullable String expected,
        @Nullable String seen,
        @Nullable RemedyView remedy,
        long durationMillis) {

    static CheckView of(CheckResult result) {
        Outcome outcome = result.outcome();
        return new CheckView(
                result.check().id(),
                result.check().title(),
                result.check().side().word(),
                result.check().mandatory(),
                outcome.verdict().word(),
                outcome.reason(),
                outcome.message(),
                outcome.expected(),
                outcome.seen(),
                RemedyView.of(outcome.remedy()),
                result.took().toMillis());
    }
}
