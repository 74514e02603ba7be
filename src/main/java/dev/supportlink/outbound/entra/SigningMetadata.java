package dev.supportlink.outbound.entra;

import dev.supportlink.outbound.http.JsonFields;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.Optional;

/**
 * The members of a discovery document that say how tokens are checked.
 *
 * @param issuer character by character as tokens must name it
 */
record SigningMetadata(String issuer, URI jwksUri) {

    /** Empty when a member is missing, or has another form. */
    static Optional<SigningMetadata> from(JsonObject json) {
        return JsonFields.text(json, "issuer")
                .flatMap(
                        issuer -> DiscoveryAnswer.url(json, "jwks_uri").map(keys -> new SigningMetadata(issuer, keys)));
    }

    /**
     * The issuer as a URL of one tenant. A document that is about no tenant in particular has the placeholder
     * {@code {tenantid}} there, which no URL can hold: we ask for the tenant's own document and take no other.
     */
    Optional<URI> issuerUrl() {
        try {
            return Optional.of(URI.create(issuer)).filter(url -> url.getHost() != null);
        } catch (IllegalArgumentException placeholder) {
            return Optional.empty();
        }
    }
}
