package dev.supportlink.outbound.entra;

import dev.supportlink.outbound.http.JsonFields;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The members of an OpenID Connect discovery document that say which tenant and cloud it is about. */
record DiscoveryAnswer(URI issuer, URI tokenEndpoint) {

    private static final Pattern TENANT =
            Pattern.compile("/([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})(/.*)?");

    /** The document; empty when it lacks a member or holds no URL there. */
    static Optional<DiscoveryAnswer> from(JsonObject json) {
        return url(json, "issuer")
                .flatMap(issuer -> url(json, "token_endpoint").map(token -> new DiscoveryAnswer(issuer, token)));
    }

    /** The tenant ID, which is the first part of the issuer's path. */
    Optional<String> tenantId() {
        return tenantIn(issuer);
    }

    static Optional<String> tenantIn(URI issuer) {
        Matcher path = TENANT.matcher(String.valueOf(issuer.getPath()));
        return path.matches() ? Optional.of(path.group(1).toLowerCase(java.util.Locale.ROOT)) : Optional.empty();
    }

    static Optional<URI> url(JsonObject json, String name) {
        try {
            return JsonFields.text(json, name).map(URI::create).filter(url -> url.getHost() != null);
        } catch (IllegalArgumentException noUrl) {
            return Optional.empty();
        }
    }
}
