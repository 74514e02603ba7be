package dev.supportlink.inbound;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The new tokens of one grant.
 *
 * @param refreshedBy the refresh token that was presented and must still be unused when they are stored; null for the
 *     other grants
 */
public record IssuedTokens(
        List<StoredToken> tokens, @Nullable TokenHash refreshedBy) {

    public IssuedTokens {
        tokens = List.copyOf(tokens);
    }
}
