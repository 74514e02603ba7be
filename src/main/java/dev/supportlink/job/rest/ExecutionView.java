package dev.supportlink.job.rest;

import dev.supportlink.job.Execution;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An execution as the admin API shows it. */
public record ExecutionView(
        String id,
        String job,
        String status,
        Instant startedAt,
        @Nullable Instant finishedAt,
        SortedMap<String, Long> counts) {

    static ExecutionView of(Execution execution) {
        return new ExecutionView(
                execution.id(),
                execution.job().word(),
                execution.status().word(),
                execution.startedAt(),
                execution.finishedAt(),
                new TreeMap<>(execution.counts().counts()));
    }
}
