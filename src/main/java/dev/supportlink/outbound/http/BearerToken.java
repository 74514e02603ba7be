package dev.supportlink.outbound.http;

import dev.supportlink.secret.Secret;
import java.net.URI;
import java.time.Instant;

/**
 * An access token that can only be sent to the origin it was obtained for.
 *
 * @param origin where it may go
 * @param usableUntil when another one is fetched, somewhat before the token runs out
 */
public record BearerToken(String origin, Secret value, Instant usableUntil) {

    /** The Authorization header for a call to this URL; IllegalArgumentException when the token is not for it. */
    public String headerFor(URI url) {
        if (!Target.origin(url).equals(origin)) {
            throw new IllegalArgumentException("A token for " + origin + " is not sent to " + Target.origin(url) + ".");
        }
        return "Bearer " + value.reveal();
    }

    /** Whether it may still be used. */
    public boolean usableAt(Instant now) {
        return now.isBefore(usableUntil);
    }
}
