package dev.supportlink.handover.rest;

import dev.supportlink.handover.HandOver;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A hand-over in JSON; the link stands only in the answer of the call that made it. */
public record HandOverView(
        String id,
        String adminRole,
        String state,
        Instant createdAt,
        String createdBy,
        Instant expiresAt,
        @Nullable Instant firstUsedAt,
        @Nullable String firstUsedFrom,
        int refusedTrades,
        @Nullable Instant lastRefusedAt,
        @Nullable String lastRefusedFrom,
        @Nullable Instant finishedAt,
        @Nullable Instant revokedAt) {

    static HandOverView of(HandOver handOver, Instant now) {
        HandOver.FirstUse use = handOver.firstUse();
        HandOver.Refused refused = handOver.refused();
        return new HandOverView(
                handOver.id(),
                handOver.role().word(),
                handOver.stateAt(now).word(),
                handOver.createdAt(),
                handOver.createdBy(),
                handOver.expiresAt(),
                use == null ? null : use.at(),
                use == null ? null : use.from(),
                refused == null ? 0 : refused.trades(),
                refused == null ? null : refused.lastAt(),
                refused == null ? null : refused.lastFrom(),
                handOver.finishedAt(),
                handOver.revokedAt());
    }
}
