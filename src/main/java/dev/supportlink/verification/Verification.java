package dev.supportlink.verification;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run of all checks of a connection, with its report. */
public record Verification(
        String id,
        String connectionId,
        Trigger trigger,
        Status status,
        Instant startedAt,
        @Nullable Instant finishedAt,
        List<CheckResult> checks) {

    public Verification {
        checks = List.copyOf(checks);
    }

    /** Running, or how it ended: failed only when a mandatory check failed. */
    public enum Status implements dev.supportlink.platform.text.Word {
        RUNNING,
        PASSED,
        FAILED
    }
}
