package dev.supportlink.inbound;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token as it is kept: its hash and what it stands for.
 *
 * @param family shared by all tokens that go back to one sign-in
 * @param generation of the identity's tokens when it was issued
 * @param readOnly true for a probe's token
 * @param usedAt when a refresh token was exchanged for another one; null for one that still refreshes
 */
public record StoredToken(
        TokenHash hash,
        TokenKind kind,
        String connectionId,
        String userName,
        String family,
        long generation,
        boolean readOnly,
        Instant issuedAt,
        Instant expiresAt,
        @Nullable Instant usedAt) {

    boolean aliveAt(Instant now) {
        return now.isBefore(expiresAt);
    }
}
