package dev.supportlink.verification;

import org.jspecify.annotations.Nullable;

/**
 * What one check found.
 *
 * @param reason id in the catalogue; null only for passed
 * @param message in words; for passed what was seen
 * @param expected what would have been right; null where it says nothing more
 * @param seen what was found instead; never a secret
 */
public record Outcome(
        Verdict verdict,
        @Nullable String reason,
        @Nullable String message,
        @Nullable String expected,
        @Nullable String seen,
        @Nullable Remedy remedy) {

    /** The four ways a check can end. */
    public enum Verdict implements dev.supportlink.platform.text.Word {
        PASSED,
        FAILED,
        WARNING,
        SKIPPED
    }

    public static Outcome passed(String message) {
        return new Outcome(Verdict.PASSED, null, message, null, null, null);
    }

    public static Outcome failed(Reason reason, @Nullable String expected, @Nullable String seen) {
        return of(Verdict.FAILED, reason, expected, seen);
    }

    public static Outcome warning(Reason reason, @Nullable String expected, @Nullable String seen) {
        return of(Verdict.WARNING, reason, expected, seen);
    }

    /** Skipped: {@code reason} says why ({@code not-permitted-to-read}, {@code waiting-for-m365-admin} ...). */
    public static Outcome skipped(Reason reason) {
        return of(Verdict.SKIPPED, reason, null, null);
    }

    private static Outcome of(Verdict verdict, Reason reason, @Nullable String expected, @Nullable String seen) {
        return new Outcome(verdict, reason.id(), reason.message(), expected, seen, reason.remedy());
    }
}
