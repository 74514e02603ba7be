package dev.supportlink.verification.rest;

import dev.supportlink.verification.Verification;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A verification as the admin API shows it; a running one has no checks yet. */
public record VerificationView(
        String id,
        String status,
        Instant startedAt,
        @Nullable Instant finishedAt,
        List<CheckView> checks) {

    static VerificationView of(Verification verification) {
        return new VerificationView(
                verification.id(),
                verification.status().word(),
                verification.startedAt(),
                verification.finishedAt(),
                verification.checks().stream().map(CheckView::of).toList());
    }
}
