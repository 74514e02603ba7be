package dev.supportlink.handover;

import dev.supportlink.access.HandOverPass;
import dev.supportlink.access.SignedIn;
import dev.supportlink.connection.AdminRole;
import dev.supportlink.secret.KeyedHash;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link that was given to one admin, and what became of it; the link's token is not here.
 *
 * @param revision counts everything that happened to it
 * @param firstUse null until a browser traded the link
 * @param refused null as long as no trade was refused
 * @param finishedAt since when every step of its role is done or skipped; null while one is left
 */
public record HandOver(
        String id,
        long revision,
        String connectionId,
        AdminRole role,
        Instant createdAt,
        String createdBy,
        Instant expiresAt,
        @Nullable FirstUse firstUse,
        @Nullable Refused refused,
        @Nullable Instant finishedAt,
        @Nullable Instant revokedAt) {

    /** When and from which address the link was traded first, and the browser it belongs to since. */
    public record FirstUse(Instant at, String from, KeyedHash browser) {}

    /** How many trades were refused, and when and from which address the last one came. */
    public record Refused(int trades, Instant lastAt, String lastFrom) {}

    /** Whether the link and its sessions are good. */
    public boolean aliveAt(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    public HandOverState stateAt(Instant now) {
        if (revokedAt != null) {
            return HandOverState.REVOKED;
        }
        if (finishedAt != null) {
            return HandOverState.FINISHED;
        }
        if (!now.isBefore(expiresAt)) {
            return HandOverState.EXPIRED;
        }
        return firstUse == null ? HandOverState.OPEN : HandOverState.IN_USE;
    }

    /** Grows with every change, its expiry included, which changes no row. */
    public long versionAt(Instant now) {
        return now.isBefore(expiresAt) ? revision : revision + 1;
    }

    HandOver finished(Instant at) {
        return new HandOver(
                id, revision, connectionId, role, createdAt, createdBy, expiresAt, firstUse, refused, at, revokedAt);
    }

    /** Who acts by it. */
    public SignedIn holder() {
        return SignedIn.by(new HandOverPass(id, connectionId, role));
    }
}
