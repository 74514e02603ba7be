package dev.supportlink.inbound;

import dev.supportlink.secret.Secret;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of a request for a token; the real reason of a refusal stands in the audit trail only. */
public sealed interface TokenDecision {

    /**
     * The tokens, in clear for this once.
     *
     * @param refreshToken the one presented where it was a refresh without rotation; null for a probe and for a client
     *     that signed in by itself
     */
    record Granted(Secret accessToken, @Nullable Secret refreshToken, Duration lifespan) implements TokenDecision {}

    /** The client is unknown or its secret is wrong. */
    record ClientRefused() implements TokenDecision {}

    /** The client is proven, what it presented is not good. */
    record GrantRefused() implements TokenDecision {}

    /** The client is proven, but this kind of grant is not switched on for it. */
    record GrantNotAllowed() implements TokenDecision {}

    /** Wrong, and too many wrong ones came before it. */
    record Throttled(Duration retryAfter) implements TokenDecision {}
}
