package dev.supportlink.secret;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One value of a secret, without the value.
 *
 * @param hint its first three characters, or empty for values under 16 characters; as Entra shows them
 */
public record SecretVersion(
        String id,
        SecretState state,
        String hint,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {}
