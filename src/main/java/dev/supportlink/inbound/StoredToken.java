package dev.supportlink.inbound;

import dev.supportlink.secret.KeyedHash;
import java.time.Instant;

/**
 * A token as it is kept: its hash and what it stands for.
 *
 * @param family shared by all tokens that go back to one sign-in
 * @param readOnly true for a probe's token
 */
public record StoredToken(
        KeyedHash hash,
        TokenKind kind,
        String connectionId,
        String userName,
        String family,
        boolean readOnly,
        Instant issuedAt,
        Instant expiresAt) {

    boolean aliveAt(Instant now) {
        return now.isBefore(expiresAt);
    }
}
