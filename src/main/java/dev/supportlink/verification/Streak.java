package dev.supportlink.verification;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the last runs of a connection had in common; kept with each finished verification.
 *
 * @param entraRefusedSince when the first of the refusals by Entra ID in a row was found; null when the last run had none
 * @param unreachableRuns how many runs in a row found something unreachable
 */
public record Streak(@Nullable Instant entraRefusedSince, int unreachableRuns) {

    public static final Streak NONE = new Streak(null, 0);

    /** A fresh secret is refused at random for a while, so one refusal is no proof. */
    static final Duration CONFIRMED_AFTER = Duration.ofSeconds(60);

    Streak after(Findings findings, Instant finishedAt) {
        Instant since = entraRefusedSince == null ? finishedAt : entraRefusedSince;
        return new Streak(findings.entraRefused() ? since : null, findings.unreachable() ? unreachableRuns + 1 : 0);
    }

    /** Whether a run that began at {@code startedAt} and was refused by Entra ID confirms an earlier refusal. */
    boolean confirmedBy(Instant startedAt) {
        return entraRefusedSince != null && !startedAt.isBefore(entraRefusedSince.plus(CONFIRMED_AFTER));
    }
}
