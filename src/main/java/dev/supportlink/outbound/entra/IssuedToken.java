package dev.supportlink.outbound.entra;

import dev.supportlink.outbound.http.BearerToken;
import dev.supportlink.outbound.http.Target;
import dev.supportlink.secret.Secret;
import java.net.URI;
import java.time.Instant;

/**
 * A token as Entra ID issued it, not yet bound to the place it is sent to.
 *
 * @param usableUntil when another one is fetched, somewhat before it runs out
 */
public record IssuedToken(Secret value, Instant usableUntil) {

    /** The token for the API at this URL, and for no other place. */
    public BearerToken boundTo(URI url) {
        return new BearerToken(Target.origin(url), value, usableUntil);
    }
}
